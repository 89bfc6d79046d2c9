//! Whom an article may speak of: its names, the nearest ones first.

use crate::claim::named;
use crate::claim::named::Named;
use crate::document::Document;
use crate::fact::id;
use crate::span::Span;

/// How many names of the same sentence are tried, and how many that were named before.
const HERE: usize = 5;
const BEFORE: usize = 3;
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
    pairs: Vec<[&'d str; 2]>,
}

impl<'d> Subjects<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Subjects<'d> {
        let names = named::all(document);
        let beside = names.windows(2).filter(|pair| is_short(document, pair[0], pair[1]));
        let pairs = beside.map(|pair| [document.slice(pair[0].span), document.slice(pair[1].span)]);
        Subjects { document, pairs: pairs.collect(), names }
    }

    /// The names as they are written, in order.
    pub(super) fn written(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|named| self.document.slice(named.span))
    }

    /// How often the article writes one of the names of a subject.
    pub(super) fn frequency(&self, subject: &Subject) -> usize {
        self.written().filter(|written| subject.names.iter().any(|name| name == written)).count()
    }

    /// Those of whom the words at `span` may speak: named in the same sentence, before them and nearest first, then
    /// behind them, then in the sentences before.
    pub(super) fn near(&self, span: Span) -> Vec<Subject> {
        let sentence = self.document.sentence_at(span.start());
        let before = self.names.partition_point(|named| named.span.end() <= span.start());
        let behind = self.names[before..].iter().skip_while(|named| named.span.start() < span.end());
        let is_here = |named: &&Named| named.sentence == sentence;
        let here = self.names[..before]
            .iter()
            .rev()
            .take_while(is_here)
            .chain(behind.take_while(is_here))
            .take(HERE);
        let is_near = |named: &&Named| named.sentence + BACK >= sentence;
        let earlier = self.names[..before].iter().rev().skip_while(is_here).take_while(is_near);
        let mut found: Vec<Subject> = Vec::new();
        for subject in here.map(|named| self.subject(named)) {
            push(&mut found, subject);
        }
        let n_here = found.len();
        for subject in earlier.map(|named| self.subject(named)) {
            if found.len() < n_here + BEFORE {
                push(&mut found, subject);
            }
        }
        found
    }

    /// A name with the other ways in which the article writes it.
    fn subject(&self, named: &Named) -> Subject {
        let written = self.document.slice(named.span);
        let pair = self.pairs.iter().find(|pair| pair.contains(&written));
        let names = pair.map_or_else(|| vec![written.to_owned()], |pair| pair.map(str::to_owned).to_vec());
        Subject { names, sentence: named.sentence }
    }

    /// The whole name of a person of whom only the family name is given.
    pub(super) fn whole_name(&self, written: &str) -> String {
        let is_whole = |name: &&str| name.rsplit_once(' ').is_some_and(|(_, family)| family == written);
        self.written().find(is_whole).unwrap_or(written).to_owned()
    }
}

fn push(found: &mut Vec<Subject>, subject: Subject) {
    if found.iter().all(|other| other.names != subject.names) {
        found.push(subject);
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
