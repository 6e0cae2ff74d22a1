//! The saved views above the list: each is an address, and one can be saved, renamed, moved and forgotten.

use super::view::Address;
use crate::{
    api::{Failure, lists},
    hooks::{use_command, use_query},
    shell::FailureNotice,
    text::use_texts,
    ui::{Button, ButtonKind, Glyph, Layer, TextInput, ToastKind, use_toaster},
};
use anju_shared::{
    api::views::{View, ViewBody, ViewName},
    ids::ViewId,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ViewsProps {
    pub(super) address: Address,
    /// A view was chosen.
    pub(super) onchoose: Callback<Address>,
}

/// What is asked of the server.
enum Ask {
    Save(Option<ViewId>, Box<ViewBody>),
    Order(Vec<ViewId>),
    Delete(ViewId),
}

#[component]
pub(super) fn Views(props: &ViewsProps) -> Html {
    let texts = use_texts();
    let words = texts.cases_tools();
    let open = use_state_eq(|| false);
    let query = use_query((), |client, ()| lists::list_views(&client));
    let views: Rc<[View]> = query
        .remote
        .ready()
        .map(|list| Rc::from(list.views.clone()))
        .unwrap_or_default();
    let tab = |label: &str, to: Address, here: bool| {
        let onclick = props.onchoose.reform(move |_: MouseEvent| to.clone());
        html! {
            <button type="button" class="view" key={label.to_owned()} aria-pressed={if here { "true" } else { "false" }}
                data-test={format!("view-{label}")} {onclick}>{ label.to_owned() }</button>
        }
    };
    let everything = Address::default();
    let at_all = props.address.narrowed() == 0 && props.address.columns.is_empty();
    let toggle = |to: bool| {
        let open = open.clone();
        move |()| open.set(to)
    };
    html! {
        <div class="views" role="group" aria-label={words.views}>
            { tab(words.everything, everything, at_all) }
            for view in views.iter() { { tab(&view.name, Address::of_view(view), props.address.is_of(view)) } }
            <Button small=true kind={ButtonKind::Quiet} label={if views.is_empty() { words.save_view } else { words.manage_views }}
                onclick={toggle(true)} test="views-manage" />
            if *open {
                <Manage address={props.address.clone()} {views} onclose={toggle(false)} onchange={query.reload.clone()} />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ManageProps {
    address: Address,
    views: Rc<[View]>,
    onclose: Callback<()>,
    onchange: Callback<()>,
}

#[component]
fn Manage(props: &ManageProps) -> Html {
    let (texts, toaster) = (use_texts(), use_toaster());
    let words = texts.cases_tools();
    let name = use_state_eq(String::new);
    let done = {
        let (onchange, name) = (props.onchange.clone(), name.clone());
        Callback::from(move |saved: bool| {
            if saved {
                name.set(String::new());
                toaster.say(ToastKind::Done, words.saved);
            }
            onchange.emit(());
        })
    };
    let command = use_command(
        |client, ask| async move {
            match ask {
                Ask::Save(id, body) => lists::save_view(&client, id, &body).await.map(|_| true),
                Ask::Order(views) => lists::order_views(&client, views).await.map(|_| false),
                Ask::Delete(id) => lists::delete_view(&client, id).await.map(|()| false),
            }
        },
        done,
    );
    let body = |name: String| ViewBody {
        name,
        query: props.address.filter.without_page(),
        columns: props.address.shown(),
    };
    let save = {
        let body = body((*name).clone());
        command.run.reform(move |event: SubmitEvent| {
            event.prevent_default();
            Ask::Save(None, Box::new(body.clone()))
        })
    };
    let rows = props.views.iter().enumerate().map(|(place, view)| {
        let over = body(view.name.clone());
        let id = view.id;
        let overwrite = command.run.reform(move |()| Ask::Save(Some(id), Box::new(over.clone())));
        let delete = command.run.reform(move |()| Ask::Delete(id));
        let rename = {
            let view = view.clone();
            command.run.reform(move |name: String| {
                let View { id, name: _, query, columns } = view.clone();
                Ask::Save(Some(id), Box::new(ViewBody { name, query, columns }))
            })
        };
        let mut order: Vec<ViewId> = props.views.iter().map(|view| view.id).collect();
        order.swap(place, place.saturating_sub(1));
        let earlier = command.run.reform(move |()| Ask::Order(order.clone()));
        html! {
            <li key={id.to_string()}>
                <Name name={view.name.clone()} onrename={rename} />
                <Button small=true label={words.earlier} disabled={place == 0} onclick={earlier} />
                <Button small=true label={words.overwrite} onclick={overwrite} />
                <Button small=true kind={ButtonKind::Danger} label={words.delete} onclick={delete} test={format!("view-delete-{}", view.name)} />
            </li>
        }
    });
    let onname = {
        let name = name.setter();
        Callback::from(move |text| name.set(text))
    };
    html! {
        <Layer title={words.manage_views} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <div class="stack">
            { failure(command.failure()) }
            <form class="line" onsubmit={save}>
                <TextInput label={words.view_name} value={(*name).clone()} onchange={onname} max={ViewName::MAX as u32} test="view-name" />
                <Button kind={ButtonKind::Primary} submit=true glyph={Glyph::Filter} label={words.save_view} busy={command.running()}
                    disabled={name.trim().is_empty()} test="view-save" />
            </form>
            <ul class="kept">{ for rows }</ul>
            </div>
        </Layer>
    }
}

fn failure(failure: Option<&Failure>) -> Html {
    failure.map_or_else(
        Html::default,
        |failure| html! { <FailureNotice failure={failure.clone()} /> },
    )
}

#[derive(Clone, PartialEq, Properties)]
struct NameProps {
    name: AttrValue,
    onrename: Callback<String>,
}

/// The name of a view, to be changed in place: it is saved when one leaves the field.
#[component]
fn Name(props: &NameProps) -> Html {
    let words = use_texts().cases_tools();
    let text = use_state_eq(|| props.name.to_string());
    let onchange = {
        let text = text.setter();
        Callback::from(move |now| text.set(now))
    };
    let onleave = {
        let (text, name, rename) = (text.clone(), props.name.clone(), props.onrename.clone());
        move |()| {
            if **text != *name && !text.trim().is_empty() {
                rename.emit((*text).clone());
            }
        }
    };
    html! { <TextInput label={words.view_name} value={(*text).clone()} {onchange} {onleave} max={ViewName::MAX as u32} /> }
}
