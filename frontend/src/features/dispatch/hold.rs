//! Holds what is confirmed, sends it in time, and all of it at once when the page is left.

use super::view::{HOLD, Held, Holding};
use crate::{
    api::{
        Client, Failure,
        case::{issue_command, read_case},
        units::list_units,
    },
    features::cases::detail::view::{command::command, draft::begin, form::Desk},
    hooks::{Law, use_law, use_leave_guard},
    session::{use_client, use_session},
    text::{Texts, use_texts},
    ui::{ToastKind, Toaster, use_toaster},
};
use anju_shared::{
    api::{directory::UnitKind, session::Account, workbench::WorkItem},
    ids::CaseId,
    workflow::{Action, Command},
};
use gloo::{events::EventListener, timers::callback::Timeout, utils::window};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What is ready to be sent, with the timer that sends it.
struct Ready {
    etag: String,
    command: Command,
    number: String,
    unit: String,
    _timer: Timeout,
}

/// What can be done with confirmations. From [`use_hold`].
#[derive(Clone, PartialEq)]
pub(super) struct Hold {
    /// What is held now.
    pub(super) holding: Holding,
    /// Confirms the proposal for a row.
    pub(super) confirm: Callback<WorkItem>,
    /// Takes a confirmation back.
    pub(super) undo: Callback<CaseId>,
}

enum Change {
    With(Held),
    Without(CaseId),
}

#[derive(Default, PartialEq)]
struct Shown(Holding);

impl Reducible for Shown {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(Self(match change {
            Change::With(held) => self.0.with(held),
            Change::Without(id) => self.0.without(id),
        }))
    }
}

/// What outlives a drawing of the page.
#[derive(Clone)]
struct Office {
    client: Client,
    ready: Rc<RefCell<BTreeMap<CaseId, Ready>>>,
    shown: UseReducerDispatcher<Shown>,
    toaster: Toaster,
    texts: &'static Texts,
    onsent: Callback<()>,
}

impl Office {
    /// Sends what is held of this case.
    fn send(&self, id: CaseId) {
        // Whoever takes it out sends it: the timer, or the leaving of the page.
        let Some(Ready {
            etag,
            command,
            number,
            unit,
            ..
        }) = self.ready.borrow_mut().remove(&id)
        else {
            return;
        };
        let office = self.clone();
        spawn_local(async move {
            let answer = issue_command(&office.client, id, &etag, &command).await;
            office.shown.dispatch(Change::Without(id));
            let words = office.texts.workbench();
            match answer {
                Ok(_) => office
                    .toaster
                    .say(ToastKind::Done, (words.dispatched)(&number, &unit)),
                Err(failure) => office.say_failed(&number, &failure),
            }
            office.onsent.emit(());
        });
    }

    fn send_all(&self) {
        let held: Vec<CaseId> = self.ready.borrow().keys().copied().collect();
        held.into_iter().for_each(|id| self.send(id));
    }

    fn undo(&self, id: CaseId) {
        if self.ready.borrow_mut().remove(&id).is_some() {
            self.shown.dispatch(Change::Without(id));
        }
    }

    fn say_failed(&self, number: &str, failure: &Failure) {
        let why = match failure {
            Failure::Offline => self.texts.errors().offline.to_owned(),
            Failure::Unreadable { .. } => self.texts.errors().unreadable.to_owned(),
            Failure::Problem(problem) => problem.detail.clone().unwrap_or_else(|| problem.title.clone()),
        };
        self.toaster.say(
            ToastKind::Failed,
            (self.texts.workbench().not_dispatched)(number, &why),
        );
    }

    /// Puts together what the form would send as it begins, and holds it.
    async fn prepare(self, item: WorkItem, law: Rc<Law>, account: Rc<Account>) {
        let Some(proposal) = item.proposal else { return };
        let (id, number, unit) = (item.case.id, item.case.number, proposal.unit.name);
        let held = |until| Held { id, until };
        self.shown.dispatch(Change::With(held(None)));
        match self.written(id, &law, &account).await {
            Ok((etag, command)) => {
                let office = self.clone();
                let milliseconds = u32::try_from(HOLD * 1000).unwrap_or_default();
                let timer = Timeout::new(milliseconds, move || office.send(id));
                self.shown
                    .dispatch(Change::With(held(Some(self.client.now().plus(HOLD)))));
                let ready = Ready {
                    etag,
                    command,
                    number,
                    unit: unit.clone(),
                    _timer: timer,
                };
                self.ready.borrow_mut().insert(id, ready);
            }
            Err(failure) => {
                self.shown.dispatch(Change::Without(id));
                match failure {
                    Some(failure) => self.say_failed(&number, &failure),
                    None => self
                        .toaster
                        .say(ToastKind::Failed, (self.texts.workbench().needs_form)(&number)),
                }
                self.onsent.emit(());
            }
        }
    }

    async fn written(
        &self,
        id: CaseId,
        law: &Law,
        account: &Account,
    ) -> Result<(String, Command), Option<Failure>> {
        let read = read_case(&self.client, id).await.map_err(Some)?;
        let mut units = list_units(&self.client).await.map_err(Some)?.units;
        units.retain(|unit| unit.kind != UnitKind::Office);
        let desk = Desk {
            detail: &read.value,
            profile: &law.profile,
            calendar: &law.calendar,
            account,
            units: &units,
            now: self.client.now(),
            texts: self.texts,
        };
        let draft = begin(Action::Dispatch, desk);
        // What the form would mark red, somebody has to look at.
        let command = command(Action::Dispatch, &draft, desk).map_err(|_| None)?;
        Ok((read.etag, command))
    }
}

/// Holds confirmations; `onsent` learns when one was answered.
#[hook]
pub(super) fn use_hold(onsent: Callback<()>) -> Hold {
    let (client, session, law, toaster, texts) =
        (use_client(), use_session(), use_law(), use_toaster(), use_texts());
    let shown = use_reducer_eq(Shown::default);
    let ready = use_memo((), |()| RefCell::new(BTreeMap::new()));
    let shown_by = shown.dispatcher();
    let office = Office {
        client,
        ready,
        shown: shown_by,
        toaster,
        texts,
        onsent,
    };
    use_leave_guard(!shown.0.is_empty());
    {
        let office = office.clone();
        use_effect_with((), move |()| {
            let leaving = office.clone();
            // While the browser asks whether one is sure, the last words are on their way.
            let listener = EventListener::new(&window(), "beforeunload", move |_| leaving.send_all());
            move || {
                drop(listener);
                office.send_all();
            }
        });
    }
    let confirm = {
        let (office, law, account) = (office.clone(), law.ready().cloned(), session.account().cloned());
        Callback::from(move |item: WorkItem| {
            if let (Some(law), Some(account)) = (law.clone(), account.clone()) {
                spawn_local(office.clone().prepare(item, law, account));
            }
        })
    };
    let undo = Callback::from(move |id| office.undo(id));
    Hold {
        holding: shown.0.clone(),
        confirm,
        undo,
    }
}
