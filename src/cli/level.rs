//! The flags that say which findings are told and how much they matter.

use crate::cli::failure::Failure;
use crate::config::Config;
use crate::config::level;
use crate::config::selector::Picked;
use crate::config::selector::Selector;
use crate::config::selector::Unknown;
use crate::fact::Rules;
use crate::lint::checks;
use crate::lint::checks::Check;
use crate::lint::checks::Checks;
use crate::severity::Severity;
use crate::triage::levels::Setting;
use std::collections::HashMap;

/// The flags that say which findings are told and how much they matter.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Checks")]
pub struct LevelFlags {
    /// Tell only of these: a check or verdict, the id of a fact, a pattern for ids such as nato-*, tag:NAME,
    /// or ALL; several with commas
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    select: Vec<String>,
    /// Tell nothing of these
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    ignore: Vec<String>,
    /// Make findings of these errors
    ///
    /// The narrower word counts: a fact before its tag, that before a pattern, that before a check, that
    /// before ALL. Of facts it is the severity of a contradiction; what is milder by its wording stays so.
    ///
    /// `disagreement` finds articles that give different values for the same thing, `quote-drift` words
    /// of one speaker that articles print differently. Both compare all articles of the run, need no
    /// fact, and are off unless they are asked for by name. `factlint explain` tells more of each.
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    error: Vec<String>,
    /// Make findings of these warnings
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    warning: Vec<String>,
    /// Make findings of these notes
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    info: Vec<String>,
    /// Leave these out
    #[arg(long, value_name = "WHICH", value_delimiter = ',')]
    off: Vec<String>,
}

/// What the flags and the configuration make of the checks.
#[derive(Debug, Default)]
pub struct Resolved {
    /// The checks that run, at the severity that holds where no path is special.
    pub checks: Checks,
    /// What the flags say of checks and verdicts.
    pub asked: HashMap<&'static str, Setting>,
    /// What checks come with.
    pub usual: HashMap<&'static str, Setting>,
    /// The findings that are told.
    pub select: Option<Picked>,
    /// The findings that are not.
    pub deselect: Picked,
}

impl LevelFlags {
    /// Sets the severities of the facts that the flags name, and gives back what they say of checks.
    ///
    /// # Errors
    /// Words that name nothing, and words that are given two severities.
    pub fn resolve(&self, config: &Config, rules: &mut Rules) -> Result<Resolved, Failure> {
        self.refuse_twice()?;
        let mut resolved = Resolved {
            select: if self.select.is_empty() { None } else { Some(picked(&self.select, rules)?) },
            deselect: picked(&self.ignore, rules)?,
            checks: Checks::of(config),
            usual: Checks::usual(),
            asked: HashMap::new(),
        };
        self.apply(rules, &mut resolved)?;
        Ok(resolved)
    }

    fn apply(&self, rules: &mut Rules, resolved: &mut Resolved) -> Result<(), Failure> {
        let mut given: Vec<(Selector, &str, Setting)> =
            self.given().map(|(text, severity)| (Selector::read(text), text, severity)).collect();
        given.sort_by_key(|(selector, _, _)| selector.rank());
        for (selector, text, severity) in given {
            match selector {
                Selector::All => all(rules, resolved, severity),
                Selector::Name("fact") => facts(rules, severity, |_, is_on| is_on),
                Selector::Name(name) => name_level(resolved, name, text, severity)?,
                Selector::Fact(_) | Selector::Glob(_) | Selector::Tag(_) => {
                    let picked = picked(&[text.to_owned()], rules)?;
                    let is_one = matches!(selector, Selector::Fact(_));
                    facts(rules, severity, |id, is_on| picked.holds_fact(id) && (is_on || is_one));
                }
            }
        }
        Ok(())
    }

    fn refuse_twice(&self) -> Result<(), Failure> {
        let mut seen: Vec<&str> = Vec::new();
        for (text, _) in self.given() {
            if seen.contains(&text) {
                return Err(Failure::TwoSeverities { code: text.to_owned() });
            }
            seen.push(text);
        }
        Ok(())
    }

    /// Whether a check is asked for that needs no fact, so that there is work to do without any.
    pub fn is_asked(&self, config: &Config) -> bool {
        let is_free = |name: &str| Check::ALL.iter().any(|check| check.code().name() == name);
        let by_flag = self.given().any(|(text, severity)| severity.is_some() && is_free(text));
        by_flag || checks::are_asked(config) || self.select.iter().any(|text| is_free(text))
    }

    /// Whether only a part of the findings is told.
    pub fn is_partial(&self) -> bool {
        !self.select.is_empty() || !self.ignore.is_empty() || !self.off.is_empty()
    }

    fn given(&self) -> impl Iterator<Item = (&str, Setting)> + '_ {
        let lists = [
            (&self.error, Some(Severity::Error)),
            (&self.warning, Some(Severity::Warning)),
            (&self.info, Some(Severity::Info)),
            (&self.off, None),
        ];
        lists
            .into_iter()
            .flat_map(|(texts, severity)| texts.iter().map(move |text| (text.as_str(), severity)))
    }
}

fn picked(texts: &[String], rules: &Rules) -> Result<Picked, Failure> {
    Picked::new(texts, rules).map_err(|Unknown { text, meant }| Failure::UnknownSelector { text, meant })
}

/// Sets the severity of each fact that `is_meant`, by its id and whether it is on.
fn facts(rules: &mut Rules, severity: Setting, is_meant: impl Fn(&str, bool) -> bool) {
    for fact in &mut rules.facts {
        if is_meant(&fact.id, fact.severity.is_some()) {
            fact.severity = severity;
        }
    }
}

/// Sets all facts and checks that are on.
fn all(rules: &mut Rules, resolved: &mut Resolved, severity: Setting) {
    facts(rules, severity, |_, is_on| is_on);
    for check in Check::ALL {
        if resolved.checks.severity(check).is_some() {
            resolved.checks.set(check, severity);
            resolved.asked.insert(check.code().name(), severity);
        }
    }
}

/// Sets a check or verdict.
fn name_level(
    resolved: &mut Resolved,
    name: &'static str,
    text: &str,
    severity: Setting,
) -> Result<(), Failure> {
    if level::known(name).is_none() {
        return Err(Failure::FixedSeverity { name: text.to_owned() });
    }
    resolved.checks.name(name, severity);
    resolved.asked.insert(name, severity);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::config::keys;
    use crate::lint::checks::Check;
    use crate::lint::checks::Checks;
    use crate::severity::Severity;

    #[test]
    fn the_usual_severities_in_the_schema_are_those_of_the_checks() {
        let checks = Checks::default();
        for check in Check::ALL {
            let severity = checks.severity(check).map_or("off", Severity::name);
            let row = (check.code().name(), format!("\"{severity}\""));
            assert!(keys::USUAL.contains(&(row.0, row.1.as_str())), "{row:?}");
        }
    }
}
