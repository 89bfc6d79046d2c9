//! `required-version`: which versions of the program may read a configuration.

use crate::fact::mistake::Mistake;
use crate::fact::table::Text;
use semver::Version;
use semver::VersionReq;

/// This version of the program.
pub const OWN: &str = env!("CARGO_PKG_VERSION");

/// What is wrong where this version is not one of those that `required` names.
pub fn refusal(required: &Text) -> Option<Mistake> {
    let wanted = match VersionReq::parse(&required.text) {
        Ok(wanted) => wanted,
        Err(error) => {
            let mistake =
                Mistake::error(required.place, format!("`required-version` cannot be read: {error}"));
            return Some(mistake.help(format!("write it as in: required-version = \">={OWN}\"")));
        }
    };
    if Version::parse(OWN).is_ok_and(|own| wanted.matches(&own)) {
        return None;
    }
    let message = format!("this configuration needs factlint {}, and this is {OWN}", required.text);
    let help = "install such a version, or change `required-version`; nothing of this file was used";
    Some(Mistake::error(required.place, message).help(help))
}
