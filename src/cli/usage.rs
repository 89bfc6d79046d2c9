//! What is wrong with the arguments, in the words of clap but for its tips.

use clap::builder::StyledStr;
use clap::error::ContextKind;
use clap::error::ContextValue;

/// What clap knows of words that were probably meant.
const MEANT: &[ContextKind] =
    &[ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];

/// The same error with "did you mean" for its only tip.
///
/// Other tips of clap say how to pass the words as a value, which nobody who misspells a flag wants.
pub fn plain(mut error: clap::Error) -> clap::Error {
    let meant: Vec<String> = MEANT.iter().filter_map(|kind| error.remove(*kind)).flat_map(words).collect();
    error.remove(ContextKind::Suggested);
    // The likeliest one stands last.
    if let Some(likeliest) = meant.last() {
        let tip = StyledStr::from(format!("did you mean `{likeliest}`?"));
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    error
}

fn words(value: ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(word) => vec![word],
        ContextValue::Strings(words) => words,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::cli::args::Args;
    use clap::Parser;

    /// Checks the tip for wrong arguments, and that the help is pointed at.
    #[track_caller]
    fn check(args: &[&str], tip: Option<&str>) {
        let error = Args::try_parse_from(["factlint"].iter().chain(args)).expect_err("wrong arguments");
        let shown = plain(error).render().to_string();
        let tips: Vec<&str> = shown.lines().filter_map(|line| line.trim().strip_prefix("tip: ")).collect();
        assert_eq!(tips, tip.into_iter().collect::<Vec<_>>(), "{shown}");
        assert!(shown.contains("try '--help'"), "{shown}");
    }

    #[test]
    fn a_slip_is_told_what_was_meant() {
        check(&["check", "--formt", "json"], Some("did you mean `--format`?"));
        check(&["chekc"], Some("did you mean `check`?"));
        check(&["check", "--color", "alway"], Some("did you mean `always`?"));
    }

    #[test]
    fn what_is_like_nothing_gets_no_tip() {
        check(&["check", "--zzz"], None);
        check(&["check", "-Z"], None);
        check(&["xylophone"], None);
    }
}
