//! Past forms of verbs, and participles.

/// Those that do not end in "ed".
const IRREGULAR: &[&str] = &[
    "ate", "became", "began", "begun", "born", "bought", "broke", "broken", "brought", "built", "burnt",
    "came", "cut", "drank", "drawn", "drew", "drove", "driven", "fell", "flew", "flown", "fought", "gave",
    "given", "got", "grew", "grown", "had", "held", "hurt", "kept", "knew", "known", "laid", "led", "left",
    "lent", "lost", "made", "met", "paid", "put", "ran", "rode", "rose", "sank", "saw", "sent", "set",
    "shed", "shot", "shut", "sold", "spent", "spoke", "stole", "stolen", "stood", "struck", "sung", "swam",
    "taken", "taught", "told", "took", "went", "withdrew", "won", "wore", "written", "wrote", "dealt", "dug",
    "found", "froze", "frozen", "hid", "hidden", "hung", "lit", "mistook", "outsold", "overtook", "rebuilt",
    "repaid", "resold", "sang", "slept", "slid", "spread", "spun", "swept", "swore", "sworn", "threw",
    "thrown", "tore", "torn", "undertook", "upheld", "withheld", "withdrawn", "woke",
];
/// Words in "ed" that are no such form.
const IN_ED: &[&str] =
    &["need", "seed", "feed", "speed", "breed", "indeed", "hundred", "sacred", "naked", "weed", "deed"];

/// Whether a word is a past form that does not end in "ed".
pub fn is_irregular(word: &str) -> bool {
    IRREGULAR.iter().any(|past| past.eq_ignore_ascii_case(word))
}

/// Whether a word is the past form of a verb, or a participle.
pub fn is_form(word: &str) -> bool {
    let is_in_ed =
        word.len() > 3 && word.ends_with("ed") && !IN_ED.iter().any(|one| one.eq_ignore_ascii_case(word));
    is_irregular(word) || is_in_ed
}
