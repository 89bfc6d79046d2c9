//! Words whose finding somebody told to ignore: nobody vouches for them, and somebody said why.

use crate::diagnostic::Checkable;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Standing;

/// Sets aside what the findings `ignored` speak of, each with the reason that was given.
pub fn set_aside(checkables: &mut [Checkable], ignored: &[Diagnostic]) {
    for finding in ignored {
        for checkable in checkables.iter_mut().filter(|one| is_same(one, finding)) {
            let Standing::Covered { fact, .. } = &checkable.standing else { continue };
            let reason = finding.suppressed.as_deref().unwrap_or_default();
            checkable.standing =
                Standing::SetAside { fact: Some(fact.clone()), why: format!("ignored: {reason}"), cue: None };
        }
    }
}

fn is_same(checkable: &Checkable, finding: &Diagnostic) -> bool {
    let Standing::Covered { fact, .. } = &checkable.standing else { return false };
    finding.fact_id() == Some(&fact.id)
        && checkable.field == finding.field
        && checkable.span.overlaps(finding.span)
}
