//! A wrong value in the same sentence as the right one: a slip, or an article that knows better?
//!
//! "The minister spoke of 30 clubs; the league has 32" tells the reader the truth. What is only doubted there
//! becomes a note; whether an error does is for the configuration to say.

use crate::context::Context;
use crate::context::Time;
use crate::severity::Severity;

/// Which findings become notes where the same sentence asserts the true value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TruthBeside {
    /// None.
    Off,
    /// Warnings.
    #[default]
    Warnings,
    /// Warnings and errors.
    All,
}

impl TruthBeside {
    /// Whether a finding becomes a note beside the truth.
    ///
    /// What is taken for granted never does, nor what tells of another time than the truth: in "cut to 4 %
    /// from 6 %" the 4 says nothing of the 6.
    pub fn lowers(self, severity: Severity, context: &Context) -> bool {
        let is_meant = match self {
            TruthBeside::Off => false,
            TruthBeside::Warnings => severity == Severity::Warning,
            TruthBeside::All => severity > Severity::Info,
        };
        is_meant && !context.form.is_attributive() && matches!(context.time, Time::Now | Time::PastTense)
    }
}

#[cfg(test)]
mod tests {
    use super::TruthBeside;
    use crate::context::Context;
    use crate::context::Form;
    use crate::context::Time;
    use crate::severity::Severity;

    #[track_caller]
    fn check(setting: TruthBeside, context: &Context, lowered: &[Severity]) {
        for severity in [Severity::Info, Severity::Warning, Severity::Error] {
            assert_eq!(setting.lowers(severity, context), lowered.contains(&severity));
        }
    }

    #[test]
    fn each_setting_lowers_its_severities() {
        let context = Context::asserted();
        check(TruthBeside::Off, &context, &[]);
        check(TruthBeside::Warnings, &context, &[Severity::Warning]);
        check(TruthBeside::All, &context, &[Severity::Warning, Severity::Error]);
    }

    #[test]
    fn what_is_taken_for_granted_or_of_another_time_is_left_alone() {
        check(TruthBeside::All, &Context { form: Form::Compound, ..Context::asserted() }, &[]);
        check(TruthBeside::All, &Context { time: Time::Previous, ..Context::asserted() }, &[]);
    }
}
