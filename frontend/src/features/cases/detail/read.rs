//! Reading one case, and keeping what one has while something newer is on its way.

use crate::{
    api::{Versioned, case::read_case},
    hooks::{Remote, use_query},
};
use anju_shared::{api::cases::CaseDetail, ids::CaseId};
use std::rc::Rc;
use yew::prelude::*;

/// The case as it was read or changed last; reads it again; takes what it was changed to.
pub(in crate::features::cases) type ReadCase = (
    Remote<Versioned<CaseDetail>>,
    Callback<()>,
    Callback<Versioned<CaseDetail>>,
);

/// Reads the case.
#[hook]
pub(in crate::features::cases) fn use_case(id: CaseId) -> ReadCase {
    let query = use_query(id, |client, id| read_case(&client, id));
    let kept = use_state(|| None::<Rc<Versioned<CaseDetail>>>);
    let remote = newest(&query.remote, kept.as_ref(), id);
    {
        let (kept, read) = (kept.setter(), query.remote.ready().cloned());
        use_effect_with(read, move |read| {
            if let Some(read) = read {
                kept.set(Some(read.clone()));
            }
        });
    }
    let onchanged = {
        let kept = kept.setter();
        use_callback((), move |changed: Versioned<CaseDetail>, ()| {
            kept.set(Some(Rc::new(changed)))
        })
    };
    (remote, query.reload, onchanged)
}

/// What was read or changed last. A reload that fails takes nothing away from who is writing.
fn newest(
    remote: &Remote<Versioned<CaseDetail>>,
    kept: Option<&Rc<Versioned<CaseDetail>>>,
    id: CaseId,
) -> Remote<Versioned<CaseDetail>> {
    let version = |read: &Versioned<CaseDetail>| read.value.case().version;
    let kept = kept.filter(|kept| kept.value.case().id == id);
    match (remote, kept) {
        (Remote::Missing, _) | (_, None) => remote.clone(),
        (Remote::Ready(read), Some(kept)) if version(read) > version(kept) => remote.clone(),
        (_, Some(kept)) => Remote::Ready(kept.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{api::Failure, features::cases::detail::view::sample};

    fn read(case: anju_shared::workflow::Case) -> Rc<Versioned<CaseDetail>> {
        Rc::new(Versioned {
            etag: case.version.to_string(),
            value: sample::office(case),
        })
    }

    #[test]
    fn a_reload_that_fails_or_comes_late_takes_nothing_away() {
        let (old, new) = (read(sample::registered()), read(sample::verifying()));
        let id = old.value.case().id;
        let failed = Remote::Failed(Failure::Offline);
        assert_eq!(newest(&failed, Some(&new), id), Remote::Ready(new.clone()));
        assert_eq!(
            newest(&Remote::Ready(old.clone()), Some(&new), id),
            Remote::Ready(new.clone())
        );
        assert_eq!(
            newest(&Remote::Ready(new.clone()), Some(&old), id),
            Remote::Ready(new)
        );
        assert_eq!(newest(&Remote::Missing, Some(&old), id), Remote::Missing);
    }
}
