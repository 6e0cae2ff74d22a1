//! The page: reads the case, waits for the rules that hold for it, and keeps what it has while something newer is on its way.

use super::{Seen, board::Board};
use crate::{
    api::{Versioned, case::read_case},
    hooks::{Law, Remote, use_law_of, use_query},
    session::use_session,
    shell::{LINES, remote_view},
};
use anju_shared::{api::cases::CaseDetail, ids::CaseId};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`CasePage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CasePageProps {
    /// Which case.
    pub id: CaseId,
}

/// One case.
#[component]
pub fn CasePage(props: &CasePageProps) -> Html {
    let query = use_query(props.id, |client, id| read_case(&client, id));
    let kept = use_state(|| None::<Rc<Versioned<CaseDetail>>>);
    let remote = newest(&query.remote, kept.as_ref(), props.id);
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
    let (reload, id) = (query.reload, props.id);
    let draw = |read| html! { <Loaded key={id.to_string()} {read} {onchanged} onreload={reload.clone()} /> };
    remote_view(&remote, &reload, 2 * LINES, draw)
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

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    read: Rc<Versioned<CaseDetail>>,
    onchanged: Callback<Versioned<CaseDetail>>,
    onreload: Callback<()>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let session = use_session();
    let accepted = props.read.value.case().acceptance();
    let (law, reload_law) = use_law_of(accepted.map(|acceptance| &acceptance.profile));
    let Some(account) = session.account().cloned() else {
        return Html::default();
    };
    let draw = |law: Rc<Law>| {
        let seen = Seen {
            read: props.read.clone(),
            profile: law.profile.clone(),
            calendar: law.calendar.clone(),
            account,
        };
        html! { <Board {seen} onchanged={props.onchanged.clone()} onreload={props.onreload.clone()} /> }
    };
    remote_view(&law, &reload_law, 2 * LINES, draw)
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
