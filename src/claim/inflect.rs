//! The forms under which a word of a rule is found in a text.
//!
//! Forms are made once a run, from the base form forwards: plurals, third person, past, participles,
//! capitals at the start of a sentence and in a headline. A form that no writer uses costs nothing.

use crate::claim::personal_name::without_accents;
use crate::token::is_same;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Verbs and nouns whose forms do not follow from their spelling.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("bear", &["bore", "borne", "born", "bearing"]),
    ("beat", &["beaten", "beating"]),
    ("become", &["became", "becoming"]),
    ("begin", &["began", "begun", "beginning"]),
    ("bid", &["bidding"]),
    ("bind", &["bound", "binding"]),
    ("blow", &["blew", "blown", "blowing"]),
    ("break", &["broke", "broken", "breaking"]),
    ("breed", &["bred", "breeding"]),
    ("bring", &["brought", "bringing"]),
    ("build", &["built", "building"]),
    ("burn", &["burnt", "burned", "burning"]),
    ("buy", &["bought", "buying"]),
    ("catch", &["caught", "catching"]),
    ("child", &["children"]),
    ("choose", &["chose", "chosen", "choosing"]),
    ("come", &["came", "coming"]),
    ("cost", &["costing"]),
    ("cut", &["cutting"]),
    ("deal", &["dealt", "dealing"]),
    ("die", &["died", "dying"]),
    ("dig", &["dug", "digging"]),
    ("do", &["did", "done", "doing"]),
    ("draw", &["drew", "drawn", "drawing"]),
    ("drink", &["drank", "drunk", "drinking"]),
    ("drive", &["drove", "driven", "driving"]),
    ("eat", &["ate", "eaten", "eating"]),
    ("fall", &["fell", "fallen", "falling"]),
    ("feed", &["fed", "feeding"]),
    ("feel", &["felt", "feeling"]),
    ("fight", &["fought", "fighting"]),
    ("find", &["found", "finding"]),
    ("fly", &["flew", "flown", "flying"]),
    ("forbid", &["forbade", "forbidden", "forbidding"]),
    ("foresee", &["foresaw", "foreseen", "foreseeing"]),
    ("forget", &["forgot", "forgotten", "forgetting"]),
    ("forgive", &["forgave", "forgiven", "forgiving"]),
    ("freeze", &["froze", "frozen", "freezing"]),
    ("get", &["got", "getting"]),
    ("give", &["gave", "given", "giving"]),
    ("go", &["went", "gone", "going"]),
    ("grow", &["grew", "grown", "growing"]),
    ("hang", &["hung", "hanging"]),
    ("have", &["had", "having"]),
    ("hear", &["heard", "hearing"]),
    ("hide", &["hid", "hidden", "hiding"]),
    ("hit", &["hitting"]),
    ("hold", &["held", "holding"]),
    ("hurt", &["hurting"]),
    ("keep", &["kept", "keeping"]),
    ("know", &["knew", "known", "knowing"]),
    ("lay", &["laid", "laying"]),
    ("lead", &["led", "leading"]),
    ("learn", &["learnt", "learned", "learning"]),
    ("leave", &["left", "leaving"]),
    ("lend", &["lent", "lending"]),
    ("let", &["letting"]),
    ("lie", &["lay", "lain", "lying"]),
    ("life", &["lives"]),
    ("light", &["lit", "lighting"]),
    ("lose", &["lost", "losing"]),
    ("make", &["made", "making"]),
    ("man", &["men"]),
    ("mean", &["meant", "meaning"]),
    ("meet", &["met", "meeting"]),
    ("member", &["membership"]),
    ("mistake", &["mistook", "mistaken", "mistaking"]),
    ("outsell", &["outsold", "outselling"]),
    ("oversee", &["oversaw", "overseen", "overseeing"]),
    ("overtake", &["overtook", "overtaken", "overtaking"]),
    ("pay", &["paid", "paying"]),
    ("person", &["people", "persons"]),
    ("put", &["putting"]),
    ("read", &["reading"]),
    ("rebuild", &["rebuilt", "rebuilding"]),
    ("repay", &["repaid", "repaying"]),
    ("resell", &["resold", "reselling"]),
    ("rid", &["ridding"]),
    ("ride", &["rode", "ridden", "riding"]),
    ("ring", &["rang", "rung", "ringing"]),
    ("rise", &["rose", "risen", "rising"]),
    ("run", &["ran", "running"]),
    ("say", &["said", "saying"]),
    ("see", &["saw", "seen", "seeing"]),
    ("seek", &["sought", "seeking"]),
    ("sell", &["sold", "selling"]),
    ("send", &["sent", "sending"]),
    ("set", &["setting"]),
    ("shake", &["shook", "shaken", "shaking"]),
    ("shed", &["shedding"]),
    ("shoot", &["shot", "shooting"]),
    ("shut", &["shutting"]),
    ("sing", &["sang", "sung", "singing"]),
    ("sink", &["sank", "sunk", "sinking"]),
    ("sit", &["sat", "sitting"]),
    ("sleep", &["slept", "sleeping"]),
    ("slide", &["slid", "sliding"]),
    ("speak", &["spoke", "spoken", "speaking"]),
    ("spend", &["spent", "spending"]),
    ("spin", &["spun", "spinning"]),
    ("split", &["splitting"]),
    ("spread", &["spreading"]),
    ("stand", &["stood", "standing"]),
    ("steal", &["stole", "stolen", "stealing"]),
    ("strike", &["struck", "striking"]),
    ("swear", &["swore", "sworn", "swearing"]),
    ("sweep", &["swept", "sweeping"]),
    ("swim", &["swam", "swum", "swimming"]),
    ("take", &["took", "taken", "taking"]),
    ("teach", &["taught", "teaching"]),
    ("tear", &["tore", "torn", "tearing"]),
    ("tell", &["told", "telling"]),
    ("think", &["thought", "thinking"]),
    ("throw", &["threw", "thrown", "throwing"]),
    ("undertake", &["undertook", "undertaken", "undertaking"]),
    ("uphold", &["upheld", "upholding"]),
    ("wake", &["woke", "woken", "waking"]),
    ("wear", &["wore", "worn", "wearing"]),
    ("weave", &["wove", "woven", "weaving"]),
    ("win", &["won", "winning"]),
    ("withdraw", &["withdrew", "withdrawn", "withdrawing"]),
    ("withhold", &["withheld", "withholding"]),
    ("withstand", &["withstood", "withstanding"]),
    ("woman", &["women"]),
    ("write", &["wrote", "written", "writing"]),
];

/// Those of them that are nouns.
const NOUNS: &[&str] = &["child", "life", "man", "member", "person", "woman"];

/// The past forms and participles of irregular verbs.
static PASTS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let verbs = IRREGULAR.iter().filter(|(base, _)| !NOUNS.contains(base));
    verbs.flat_map(|(base, forms)| pasts(base, forms)).collect()
});

/// The past forms of a verb; "cut" and "put" are their own.
fn pasts(base: &'static str, forms: &'static [&'static str]) -> Vec<&'static str> {
    let found: Vec<&str> = forms.iter().copied().filter(|form| !form.ends_with("ing")).collect();
    if found.is_empty() { vec![base] } else { found }
}

/// Whether a word is the past form of an irregular verb, or its participle.
pub fn is_irregular_past(word: &str) -> bool {
    PASTS.contains(word)
        || word.starts_with(char::is_uppercase) && PASTS.contains(word.to_ascii_lowercase().as_str())
}

/// The irregular verb of which a word is a form.
pub fn verb_of(word: &str) -> Option<&'static str> {
    let is_of = |(base, forms): &&(&str, &[&str])| {
        is_same(base, word) || forms.iter().any(|form| is_same(form, word))
    };
    IRREGULAR.iter().filter(|(base, _)| !NOUNS.contains(base)).find(is_of).map(|(base, _)| *base)
}

/// All forms of a word or phrase: as written, with a first capital, and with a capital on each word.
pub fn forms(phrase: &str) -> Vec<String> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let mut found = vec![phrase.to_owned()];
    if let Some((last, head)) = words.split_last() {
        let stem = head.iter().map(|word| format!("{word} ")).collect::<String>();
        found.extend(word_forms(last).into_iter().map(|form| format!("{stem}{form}")));
    }
    if let [first, tail @ ..] = words.as_slice()
        && !tail.is_empty()
    {
        found.extend(word_forms(first).into_iter().map(|form| format!("{form} {}", tail.join(" "))));
    }
    with_cases(found)
}

/// A name as it is written, without its accents, and in the capitals of a headline.
pub fn name_forms(name: &str) -> Vec<String> {
    let mut found = cased_forms(name);
    if name.is_ascii() {
        return found;
    }
    let plain = without_accents(name);
    if plain != name {
        found.extend(cased_forms(&plain));
    }
    found
}

fn cased_forms(name: &str) -> Vec<String> {
    let mut found = Vec::with_capacity(2);
    found.push(name.to_owned());
    let is_word = name.chars().any(char::is_lowercase) && name.chars().nth(3).is_some();
    if is_word && name.chars().any(char::is_uppercase) {
        found.push(name.to_uppercase());
    }
    // A name given in small letters is a word like any other: "wildfire" opens sentences.
    if name.starts_with(char::is_lowercase) {
        found = with_cases(found);
    }
    found
}

/// A term as it is written, with capitals where it is a common word.
pub fn term_forms(term: &str) -> Vec<String> {
    let is_name = term.contains(char::is_uppercase);
    if is_name { name_forms(term) } else { with_cases(vec![term.to_owned()]) }
}

/// Every phrase as it is, with a first capital, and with a capital on each word.
fn with_cases(phrases: Vec<String>) -> Vec<String> {
    let hyphenated: Vec<String> =
        phrases.iter().filter(|phrase| phrase.contains(' ')).map(|phrase| phrase.replace(' ', "-")).collect();
    let mut found = Vec::new();
    for phrase in phrases.iter().chain(&hyphenated) {
        found.push(phrase.clone());
        found.push(capitalise(phrase));
        found.push(phrase.split_inclusive([' ', '-']).map(capitalise).collect());
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A word with a capital.
pub fn capitalise(word: &str) -> String {
    let mut capital = word.to_owned();
    // Nearly all begin with a letter of ASCII, and the words of all rules are capitalised when a run starts.
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
        return capital;
    }
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

fn word_forms(word: &str) -> Vec<String> {
    if word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase()) {
        return vec![format!("{word}s")];
    }
    let ends_in_letter = word.ends_with(|c: char| c.is_ascii_lowercase());
    if word.len() < 3 || !ends_in_letter {
        return Vec::new();
    }
    let mut found = vec![plural(word)];
    match IRREGULAR.iter().find(|(base, _)| *base == word) {
        Some((_, forms)) => found.extend(forms.iter().map(|form| (*form).to_owned())),
        None => found.extend([past(word), participle(word)]),
    }
    found.extend(superlative(word));
    found.extend(base_of(word).into_iter().flatten());
    found
}

/// "killed" finds kill, kills and killing: the verb of a participle.
fn base_of(word: &str) -> Option<[String; 3]> {
    let stem = word.strip_suffix("ed").filter(|stem| stem.len() > 2 && !stem.ends_with('e'))?;
    Some([stem.to_owned(), format!("{stem}s"), format!("{stem}ing")])
}

/// Words of measure whose highest degree tells the same: "at 8,849 metres it is the highest".
const GRADABLE: &[&str] = &[
    "high", "tall", "long", "deep", "wide", "old", "fast", "heavy", "low", "short", "large", "small", "young",
];

fn superlative(word: &str) -> Option<String> {
    let is_gradable = GRADABLE.contains(&word);
    is_gradable.then(|| match word {
        "heavy" => "heaviest".to_owned(),
        "wide" | "large" => format!("{word}st"),
        _ => format!("{word}est"),
    })
}

fn plural(word: &str) -> String {
    match consonant_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => {
            format!("{word}es")
        }
        None => format!("{word}s"),
    }
}

fn past(word: &str) -> String {
    match consonant_y(word) {
        Some(stem) => format!("{stem}ied"),
        None if word.ends_with('e') => format!("{word}d"),
        None => format!("{}ed", doubled(word)),
    }
}

fn participle(word: &str) -> String {
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{}ing", doubled(word)),
    }
}

/// The word without its `y`, where a consonant stands before it: "country", not "delay".
fn consonant_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
}

/// The word with its last consonant doubled where its only vowel, a short one, stands before: "ban" →
/// "bann", but not "open".
fn doubled(word: &str) -> String {
    let is_vowel = |c: &u8| b"aeiou".contains(c);
    match word.as_bytes() {
        [.., before, vowel, last]
            if word.len() <= 4
                && word.bytes().filter(is_vowel).count() == 1
                && !is_vowel(before)
                && is_vowel(vowel)
                && !is_vowel(last)
                && !b"wxy".contains(last) =>
        {
            format!("{word}{}", *last as char)
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::forms;
    use super::name_forms;

    #[track_caller]
    fn check(phrase: &str, expected: &[&str]) {
        let found = forms(phrase);
        for form in expected {
            assert!(found.iter().any(|f| f == form), "{form:?} not among {found:?}");
        }
    }

    #[test]
    fn verbs_and_nouns_follow_their_spelling() {
        check("uninstall", &["uninstall", "uninstalls", "uninstalled", "Uninstalls"]);
        check("delete", &["deletes", "deleted", "deleting"]);
        check("ally", &["allies", "Allies"]);
        check("ban", &["bans", "banned", "banning"]);
        check("launch", &["launches", "launched"]);
        check("open", &["opens", "opened", "opening"]);
    }

    #[test]
    fn irregular_forms_come_from_the_table() {
        check("strike", &["struck", "striking", "strikes"]);
    }

    #[test]
    fn phrases_bend_at_either_end() {
        check("member state", &["member states", "Member States", "member-state"]);
        check("break the news", &["broke the news"]);
    }

    #[test]
    fn names_keep_their_case_but_for_capitals() {
        assert_eq!(name_forms("Zelmora"), ["Zelmora", "ZELMORA"]);
        assert_eq!(name_forms("EU"), ["EU"]);
    }
}
