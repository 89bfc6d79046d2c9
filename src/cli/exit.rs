//! The three exit codes, which scripts rely on and which never change.

use std::process::ExitCode;

/// How a run ended; the later one counts where two apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: something was checked, and nothing was found that fails.
    Pass,
    /// 1: something was found.
    Found,
    /// 2: not everything could be checked.
    Broken,
}

impl Exit {
    /// [`Exit::Broken`] where it is so, else [`Exit::Pass`].
    pub fn broken_if(is_broken: bool) -> Exit {
        if is_broken { Exit::Broken } else { Exit::Pass }
    }

    /// [`Exit::Found`] where it is so, else [`Exit::Pass`].
    pub fn found_if(is_found: bool) -> Exit {
        if is_found { Exit::Found } else { Exit::Pass }
    }

    /// The code that the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Pass => 0,
            Exit::Found => 1,
            Exit::Broken => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Exit;

    #[test]
    fn what_could_not_be_checked_beats_what_was_found() {
        assert_eq!(Exit::Found.max(Exit::Broken).code(), 2);
        assert_eq!(Exit::Found.max(Exit::Pass).code(), 1);
        assert_eq!(Exit::broken_if(false).max(Exit::found_if(false)).code(), 0);
    }
}
