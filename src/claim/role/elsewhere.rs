//! A holder who is given the office of another organisation: "Orvane CEO Ana Brandt".
//!
//! Only for offices that are `exclusive`, and only where the rules know no such office of the other
//! organisation; else that office's own fact speaks, on the person's name.

use crate::claim::Claim;
use crate::claim::Observed;
use crate::claim::binding::foreign;
use crate::claim::binding::rival;
use crate::claim::memory::Memory;
use crate::claim::role::person;
use crate::claim::scene::Scene;
use crate::context::Form;
use crate::fact::FactId;
use crate::fact::Kind;
use std::ops::Range;

/// The claim that somebody else's office is held by a holder of this one.
pub fn find(scene: &Scene<'_>, memory: &Memory<'_>, fact: FactId, title: &Range<usize>) -> Option<Claim> {
    let Kind::Role { holder, exclusive: true, .. } = &scene.fact(fact).kind else { return None };
    let person = person::person_at(scene, memory, title.end)?;
    let named = person::entity(scene, memory, &person)?;
    holder.declared().any(|holder| holder == named).then_some(())?;
    let organisation = before(scene, title)?;
    let is_known = scene.mentions_in(organisation.clone()).any(|mention| {
        scene.fact(fact).subjects.contains(&mention.entity) || rival::competes(scene, fact, mention.entity)
    });
    let span = scene.span_of(organisation);
    let claim = Claim::plain(fact, span, scene.document, Observed::Elsewhere);
    (!is_known).then_some(Claim { form: Some(Form::Title), ..claim })
}

/// The name directly before a title.
fn before(scene: &Scene<'_>, title: &Range<usize>) -> Option<Range<usize>> {
    let mut start = title.start;
    while start > 0 && foreign::is_name_like(scene, start - 1) {
        start -= 1;
    }
    (start < title.start && !scene.is_title_case()).then_some(start..title.start)
}
