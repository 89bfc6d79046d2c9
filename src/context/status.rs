//! One word for all dimensions.

use crate::context::Certainty;
use crate::context::Context;
use crate::context::Fate;
use crate::context::Mode;
use crate::context::Polarity;
use crate::context::Source;
use crate::context::Status;
use crate::context::Time;

impl Context {
    /// The status of the claim: the strongest of what holds.
    pub fn status(&self) -> Status {
        let found = [
            (self.fate == Fate::Compared, Status::OtherSubject),
            (self.source == Source::Mention, Status::Mention),
            (self.fate == Fate::Retracted, Status::Retracted),
            (self.fate == Fate::Discarded, Status::Contrasted),
            (!matches!(self.time, Time::Now | Time::PastTense), Status::Historical),
            (self.mode != Mode::Real, Status::Hypothetical),
            (self.polarity != Polarity::Affirmed, Status::Negated),
            (self.source == Source::Quoted, Status::Quoted),
            (self.source != Source::Author, Status::Attributed),
            (self.certainty != Certainty::Certain, Status::Hedged),
        ];
        found.iter().find(|(holds, _)| *holds).map_or(Status::Asserted, |(_, status)| *status)
    }
}

impl Status {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Status::OtherSubject => "other-subject",
            Status::Mention => "mention",
            Status::Retracted => "retracted",
            Status::Contrasted => "contrasted",
            Status::Historical => "historical",
            Status::Hypothetical => "hypothetical",
            Status::Negated => "negated",
            Status::Quoted => "quoted",
            Status::Attributed => "attributed",
            Status::Hedged => "hedged",
            Status::Asserted => "asserted",
        }
    }
}
