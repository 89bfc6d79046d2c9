//! Whom an article may speak of: its names, the nearest ones first.

use crate::claim::named;
use crate::claim::named::Named;
use crate::document::Document;
use crate::effort;
use crate::fact::id;
use crate::span::Span;
use std::collections::HashMap;

/// How many sentences back a name is still meant.
const BACK: usize = 5;

/// Who or what a draft is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// What it is called, the longest first.
    pub(super) names: Vec<String>,
    /// The sentence in which it is named.
    pub(super) sentence: usize,
}

impl Subject {
    /// The id of its entity.
    pub(super) fn id(&self) -> String {
        id::proposed(&self.names[0])
    }
}

/// The names of an article.
pub(super) struct Subjects<'d> {
    document: &'d Document<'d>,
    names: Vec<Named>,
    /// Names that are given in full and in short.
    pairs: HashMap<&'d str, [&'d str; 2]>,
    /// Names of several words by the last of them, one for each first word.
    families: HashMap<String, Vec<&'d str>>,
    /// Names of one word.
    bare: HashMap<String, &'d str>,
}

impl<'d> Subjects<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Subjects<'d> {
        let names = named::all(document);
        let beside = names.windows(2).filter(|pair| is_short(document, pair[0], pair[1]));
        let pairs = beside.map(|pair| [document.slice(pair[0].span), document.slice(pair[1].span)]);
        let pairs = pairs.flat_map(|pair| pair.map(|name| (name, pair))).collect();
        let mut subjects =
            Subjects { document, names, pairs, families: HashMap::new(), bare: HashMap::new() };
        for at in 0..subjects.names.len() {
            effort::spend(1);
            subjects.learn(document.slice(subjects.names[at].span));
        }
        subjects
    }

    fn learn(&mut self, written: &'d str) {
        let Some((first, last)) = written.rsplit_once(' ') else {
            self.bare.entry(written.to_lowercase()).or_insert(written);
            return;
        };
        let given = first.split(' ').next();
        let family = self.families.entry(last.to_lowercase()).or_default();
        // "Ana Brandt" and "Ana M. Brandt" are one person, Ana and Leo Brandt are two.
        if family.iter().all(|other| other.split(' ').next() != given) {
            family.push(written);
        }
    }

    /// The names in a sentence, in order.
    pub(super) fn spans_in(&self, sentence: usize) -> Vec<Span> {
        self.in_sentence(sentence).iter().map(|named| named.span).collect()
    }

    fn in_sentence(&self, sentence: usize) -> &[Named] {
        let start = self.names.partition_point(|named| named.sentence < sentence);
        let end = self.names.partition_point(|named| named.sentence <= sentence);
        &self.names[start..end]
    }

    /// Who is named at `span`; nobody where the name is that of two.
    pub(super) fn at(&self, span: Span) -> Option<Subject> {
        let at = self.names.partition_point(|named| named.span.start() < span.start());
        let named = self.names.get(at).filter(|named| named.span == span)?;
        self.subject(self.document.slice(span), named.sentence)
    }

    /// What was named last before the byte `at`, and is no person.
    pub(super) fn thing_before(&self, at: usize) -> Option<Subject> {
        let sentence = self.document.sentence_at(at);
        let before = self.names.partition_point(|named| named.span.end() <= at);
        let near = self.names[..before].iter().rev().take_while(|named| named.sentence + BACK >= sentence);
        let named = near.into_iter().find(|named| !self.is_person(self.document.slice(named.span)))?;
        self.subject(self.document.slice(named.span), named.sentence)
    }

    /// Who has that family name, given in small letters; of several the one whom the sentence names in full.
    pub(super) fn of_family(&self, family: &str, sentence: usize) -> Option<Subject> {
        let Some(whole) = self.families.get(family) else {
            return self.subject(self.bare.get(family)?, sentence);
        };
        if let [only] = whole.as_slice() {
            return self.subject(only, sentence);
        }
        let written = self.in_sentence(sentence).iter().map(|named| self.document.slice(named.span));
        let mut named = written.filter(|name| whole.contains(name));
        self.subject(named.next()?, sentence)
    }

    /// Whether a name is given in full and by its last word alone, as those of persons are.
    fn is_person(&self, written: &str) -> bool {
        match written.rsplit_once(' ') {
            None => self.families.contains_key(&written.to_lowercase()),
            Some((_, family)) => self.bare.contains_key(&family.to_lowercase()),
        }
    }

    /// A name with the other ways in which the article writes it; nothing where it is that of two.
    fn subject(&self, written: &str, sentence: usize) -> Option<Subject> {
        let names = match (self.pairs.get(written), written.rsplit_once(' ')) {
            (Some(pair), _) => pair.map(str::to_owned).to_vec(),
            (None, None) => self.in_full(written)?,
            (None, Some((_, family))) => {
                let is_own = self.bare.contains_key(&family.to_lowercase()) && self.is_only(family);
                let short = is_own.then(|| family.to_owned());
                [written.to_owned()].into_iter().chain(short).collect()
            }
        };
        Some(Subject { names, sentence })
    }

    /// A name of one word, behind the whole name of whom it is short for.
    fn in_full(&self, written: &str) -> Option<Vec<String>> {
        match self.families.get(&written.to_lowercase()).map(Vec::as_slice) {
            None => Some(vec![written.to_owned()]),
            Some([whole]) => Some(vec![(*whole).to_owned(), written.to_owned()]),
            Some(_) => None,
        }
    }

    fn is_only(&self, family: &str) -> bool {
        self.families.get(&family.to_lowercase()).is_some_and(|whole| whole.len() == 1)
    }

    /// The whole name of a person of whom only the family name is given, where there is one such person.
    pub(super) fn whole_name<'n>(&self, written: &'n str) -> &'n str
    where
        'd: 'n,
    {
        match self.families.get(&written.to_lowercase()).map(Vec::as_slice) {
            Some([whole]) if !written.contains(' ') => whole,
            _ => written,
        }
    }
}

/// "North Quay Boat Union (NQBU)": whether the second name is the first one in short.
fn is_short(document: &Document<'_>, long: Named, short: Named) -> bool {
    let between = Span::new(long.span.end(), short.span.start().max(long.span.end()));
    let between = document.slice(between);
    let (long, short) = (document.slice(long.span), document.slice(short.span));
    let is_bracketed = matches!(between.trim_start_matches(['\'', '’', 's']), " (");
    let initials: String = long.split(' ').filter_map(|word| word.chars().next()).collect();
    let is_loud = short.chars().all(char::is_uppercase);
    is_bracketed && is_loud && initials.starts_with(short.get(..1).unwrap_or("?"))
}
