//! Panics: one plain line for the user, no backtrace, and the rest of the run goes on.

use crate::cli::tell;
use std::any::Any;
use std::panic;
use std::panic::AssertUnwindSafe;
use std::panic::PanicHookInfo;

/// Makes every panic of the process print one line.
pub fn quieten() {
    panic::set_hook(Box::new(|info| tell::line(&summary(info))));
}

/// Does `work`; `None` if it panicked.
pub fn guard<T>(work: impl FnOnce() -> T) -> Option<T> {
    // What a panic leaves behind is never looked at again.
    panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

fn summary(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(|place| format!(" at {}:{}", place.file(), place.line()));
    let message = words(info.payload());
    format!("error: internal error{}: {message}; please report it", place.unwrap_or_default())
}

fn words(payload: &(dyn Any + Send)) -> &str {
    let fixed = payload.downcast_ref::<&'static str>().copied();
    fixed.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}

#[cfg(test)]
mod tests {
    use super::guard;
    use super::words;

    #[test]
    fn a_panic_is_caught() {
        assert_eq!(guard(|| 1), Some(1));
        assert_eq!(guard(|| -> i32 { panic!("on purpose") }), None);
    }

    #[test]
    fn the_words_of_a_panic_are_found() {
        assert_eq!(words(&"fixed"), "fixed");
        assert_eq!(words(&"made".to_owned()), "made");
        assert_eq!(words(&1), "no message");
    }
}
