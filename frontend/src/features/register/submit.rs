//! Sending the form: judged here first by the same rules, then by the server. The form keeps every text.

use super::{
    done::Registered,
    uploads::{Attached, Ready},
    view::{Draft, Faults, Person},
};
use crate::{
    api::{Client, Failure, case::issue_command, cases::register_case, field_errors},
    hooks::{use_command, use_shortcut},
    session::use_client,
    text::{Texts, use_texts},
};
use anju_shared::{
    api::{cases::RegisteredCase, reports::ReportBody},
    time::Instant,
    workflow::{Accept, Command},
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What follows the registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Nothing yet.
    Rest,
    /// It is accepted at once.
    Accept,
}

/// What [`use_submission`] gives.
pub(super) struct Submission {
    /// What is wrong, by field: found here or by the server.
    pub(super) faults: Faults,
    /// Why the server did not register it, as long as that is not corrected.
    pub(super) failure: Option<Failure>,
    /// An answer is awaited.
    pub(super) running: bool,
    /// Sends it; so do Ctrl+Enter and Ctrl+Shift+Enter.
    pub(super) send: Callback<Then>,
    /// Forgets what went wrong.
    pub(super) clear: Callback<()>,
}

/// Sends what stands in the form and tells `done` of its success. Otherwise the cursor goes to the first field
/// of `form` that is wrong.
#[hook]
pub(super) fn use_submission(
    form: NodeRef,
    draft: &UseReducerHandle<Draft>,
    what: (Attached, Result<Accept, Faults>),
    done: &Callback<Rc<Registered>>,
) -> Submission {
    let (attached, accept) = what;
    let (texts, client) = (use_texts(), use_client());
    let found = use_state_eq(Faults::default);
    let tries = use_state(|| 0_u32);
    let tried = use_state(|| draft.clone());
    let registered = {
        let (draft, done) = (draft.clone(), done.clone());
        Callback::from(move |(case, accepted): (RegisteredCase, Option<bool>)| {
            let standings = draft.people.iter().map(Person::standing).collect();
            done.emit(Rc::new(Registered {
                case,
                standings,
                accepted,
            }));
        })
    };
    let command = use_command(register, registered);
    let send = {
        let (draft, attached, found) = (draft.clone(), attached.clone(), found.setter());
        let (tries, tried) = (tries.clone(), tried.setter());
        let (run, clear, running) = (command.run.clone(), command.clear.clone(), command.running());
        Callback::from(move |then| {
            if running {
                return;
            }
            tries.set(tries.wrapping_add(1));
            tried.set(draft.clone());
            let accept = match then {
                Then::Rest => Ok(None),
                Then::Accept => accept.clone().map(Some),
            };
            match both(checked(&draft, &attached, client.now(), texts), accept) {
                Ok(order) => {
                    found.set(Faults::default());
                    run.emit(order);
                }
                Err(faults) => {
                    clear.emit(());
                    found.set(faults);
                }
            }
        })
    };
    use_shortcut("Ctrl+Enter", send.reform(|()| Then::Rest));
    use_shortcut("Ctrl+Shift+Enter", send.reform(|()| Then::Accept));
    let told = command.failure().map(field_errors).unwrap_or_default();
    let about_fields = !told.is_empty();
    let mut faults = (*found).clone();
    faults.extend(told);
    let faults = draft.still_wrong(&tried, faults);
    let failure = command
        .failure()
        .filter(|_| !about_fields || !faults.is_empty())
        .cloned();
    // Only a new try moves the cursor, never a correction on the way.
    let wrong = command.failure().is_some() || !found.is_empty();
    use_effect_with((form, wrong, *tries), |(form, wrong, _)| {
        if *wrong {
            show(form);
        }
    });
    let clear = {
        let (found, clear) = (found.setter(), command.clear.clone());
        Callback::from(move |()| {
            found.set(Faults::default());
            clear.emit(());
        })
    };
    Submission {
        faults,
        failure,
        running: command.running(),
        send,
        clear,
    }
}

type Order = (ReportBody, Option<Accept>);

/// Registers, and then accepts if that is wanted. What is registered stays so, whatever becomes of the acceptance.
async fn register(client: Client, (body, accept): Order) -> Result<(RegisteredCase, Option<bool>), Failure> {
    let case = register_case(&client, &body).await?;
    let Some(accept) = accept else {
        return Ok((case, None));
    };
    let etag = format!("\"{}\"", case.version);
    let accepted = issue_command(&client, case.id, &etag, &Command::Accept(accept)).await;
    Ok((case, Some(accepted.is_ok())))
}

/// Report and acceptance, or what is wrong with either.
fn both(body: Result<ReportBody, Faults>, accept: Result<Option<Accept>, Faults>) -> Result<Order, Faults> {
    match (body, accept) {
        (Ok(body), Ok(accept)) => Ok((body, accept)),
        (body, accept) => {
            let mut faults = body.err().unwrap_or_default();
            faults.extend(accept.err().unwrap_or_default());
            Err(faults)
        }
    }
}

/// What is to be sent.
fn checked(draft: &Draft, attached: &Attached, now: Instant, texts: &Texts) -> Result<ReportBody, Faults> {
    let (files, fault) = match attached.ready() {
        Ready::Stored(files) => (files, None),
        Ready::Waiting => (vec![], Some(texts.register().wait_for_files)),
        Ready::Failed => (vec![], Some(texts.register().failed_files)),
    };
    let body = draft.checked(now.local_date(), files, texts);
    let Some(fault) = fault else { return body };
    let mut faults = body.err().unwrap_or_default();
    faults.insert("files".to_owned(), fault.to_owned());
    Err(faults)
}

/// The cursor goes to the first field that is wrong; if it is none of them, the sentence that says why comes
/// into sight.
fn show(form: &NodeRef) {
    let Some(form) = form.cast::<Element>() else {
        return;
    };
    let find = |selector| form.query_selector(selector).ok().flatten();
    if let Some(field) = find("[aria-invalid='true']").and_then(|field| field.dyn_into::<HtmlElement>().ok())
    {
        field.focus().unwrap_or_default();
    } else if let Some(sentence) = find("[role='alert']") {
        sentence.scroll_into_view_with_bool(false);
    }
}
