//! Keyboard shortcuts: single keys (`/`, `n`, `?`), letters with Shift (`Shift+x`), keys with Ctrl (`Ctrl+K`,
//! `Ctrl+Shift+Enter`), and sequences (`g w`).
//!
//! Single keys are silent while one types into a field or through an input method.

use gloo::{events::EventListener, utils::document};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Which keys make which shortcut.
#[derive(Debug, PartialEq, Eq)]
struct Chord {
    ctrl: bool,
    keys: Vec<String>,
}

impl Chord {
    fn parse(text: &str) -> Self {
        let (ctrl, keys) = match text.strip_prefix("Ctrl+") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let shifted = keys.strip_prefix("Shift+").map(str::to_ascii_uppercase);
        let keys = match shifted {
            Some(key) => vec![key],
            None => keys.split_whitespace().map(str::to_ascii_lowercase).collect(),
        };
        Self { ctrl, keys }
    }
}

/// A key that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Press {
    key: String,
    ctrl: bool,
    /// Shift is held: it makes another key of a letter, and is part of what any other key says.
    shift: bool,
    typing: bool,
}

/// The keys pressed so far of a sequence, compared with the chords known.
#[derive(Debug, Default)]
struct Sequence(Vec<String>);

impl Sequence {
    /// Which of `chords` this press completes. A press that leads nowhere starts anew.
    fn press<'a, I: Copy>(
        &mut self,
        press: &Press,
        chords: impl Iterator<Item = (I, &'a Chord)> + Clone,
    ) -> Option<I> {
        let is_letter = press.key.chars().count() == 1 && press.key.chars().all(char::is_alphabetic);
        let key = match press.shift && is_letter && !press.ctrl {
            true => press.key.to_ascii_uppercase(),
            false => press.key.to_ascii_lowercase(),
        };
        if press.ctrl {
            self.0.clear();
            return chords
                .clone()
                .find(|(_, chord)| chord.ctrl && chord.keys == [key.clone()])
                .map(|(id, _)| id);
        }
        if press.typing {
            self.0.clear();
            return None;
        }
        self.0.push(key);
        for _ in 0..2 {
            let plain = chords.clone().filter(|(_, chord)| !chord.ctrl);
            if let Some((id, _)) = plain.clone().find(|(_, chord)| chord.keys == self.0) {
                self.0.clear();
                return Some(id);
            }
            if plain.clone().any(|(_, chord)| chord.keys.starts_with(&self.0)) {
                return None;
            }
            self.0.drain(..self.0.len() - 1);
        }
        self.0.clear();
        None
    }
}

/// A key that is bound: how it is written, what it does in words (none keeps it off the map), and what it does.
struct Bound {
    written: &'static str,
    chord: Chord,
    label: Option<&'static str>,
    act: Callback<()>,
}

#[derive(Default)]
struct Board {
    next: Cell<u32>,
    bound: RefCell<BTreeMap<u32, Bound>>,
    sequence: RefCell<Sequence>,
}

impl Board {
    /// Tells the latest bound of those that the press completes; true if there is one.
    fn press(&self, press: &Press) -> bool {
        let callback = {
            let bound = self.bound.borrow();
            let chords = bound.iter().rev().map(|(id, bound)| (*id, &bound.chord));
            let hit = self.sequence.borrow_mut().press(press, chords);
            hit.and_then(|id| bound.get(&id)).map(|bound| bound.act.clone())
        };
        let Some(callback) = callback else { return false };
        callback.emit(());
        true
    }
}

#[derive(Clone, Default)]
struct Keyboard(Rc<Board>);

impl PartialEq for Keyboard {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Properties of [`ShortcutProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ShortcutProviderProps {
    /// What is drawn below.
    #[prop_or_default]
    pub children: Html,
}

/// Listens to the keyboard for every [`use_shortcut`] below.
#[component]
pub fn ShortcutProvider(props: &ShortcutProviderProps) -> Html {
    let keyboard = use_state(Keyboard::default);
    {
        let board = keyboard.0.clone();
        use_effect_with((), move |()| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if event.is_composing() || event.alt_key() || in_modal(event) {
                    return;
                }
                let ctrl = event.ctrl_key() || event.meta_key();
                let shift = if ctrl && event.shift_key() { "Shift+" } else { "" };
                let press = Press {
                    key: format!("{shift}{}", event.key()),
                    ctrl,
                    shift: event.shift_key(),
                    typing: typing(event),
                };
                if board.press(&press) {
                    event.prevent_default();
                }
            });
            move || drop(listener)
        });
    }
    html! { <ContextProvider<Keyboard> context={(*keyboard).clone()}>{ props.children.clone() }</ContextProvider<Keyboard>> }
}

/// Calls `act` when the keys of `chord` (as `"g w"`, `"/"`, `"Ctrl+K"`) are pressed while this is on the page.
#[hook]
pub fn use_shortcut(chord: &'static str, act: Callback<()>) {
    use_key(chord, None, act);
}

/// The same, with words under which the map of keys shows it while it is bound.
#[hook]
pub fn use_key(chord: &'static str, label: Option<&'static str>, act: Callback<()>) {
    let (keyboard, place) = (use_context::<Keyboard>(), use_mut_ref(|| None::<u32>));
    use_effect_with((chord, label, act), move |(chord, label, act)| {
        let bound = keyboard.map(|keyboard| {
            let next = || keyboard.0.next.replace(keyboard.0.next.get().wrapping_add(1));
            // What is bound anew keeps its place: the frame that is drawn again does not take a key from its page.
            let id = *place.borrow_mut().get_or_insert_with(next);
            let bound = Bound {
                written: chord,
                chord: Chord::parse(chord),
                label: *label,
                act: act.clone(),
            };
            keyboard.0.bound.borrow_mut().insert(id, bound);
            (keyboard, id)
        });
        move || {
            if let Some((keyboard, id)) = bound {
                keyboard.0.bound.borrow_mut().remove(&id);
            }
        }
    });
}

/// The keys that are bound at the moment and have words, as they are written; a key that is bound twice does
/// what whoever came last to the page wants of it.
#[hook]
pub fn use_key_map() -> Callback<(), Vec<(&'static str, &'static str)>> {
    let keyboard = use_context::<Keyboard>().unwrap_or_default();
    Callback::from(move |()| {
        let bound = keyboard.0.bound.borrow();
        let labelled = bound
            .values()
            .filter_map(|bound| Some((bound.written, bound.label?)));
        let by_key: BTreeMap<_, _> = labelled.collect();
        by_key.into_iter().collect()
    })
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn typing(event: &KeyboardEvent) -> bool {
    const FIELDS: &str = "input, textarea, select, [contenteditable]";
    target(event).is_some_and(|element| element.matches(FIELDS).unwrap_or(false))
}

/// Inside a dialog the keys of the page behind it are silent.
fn in_modal(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|element| matches!(element.closest("dialog"), Ok(Some(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(keys: &[(&str, bool, bool)]) -> Vec<Option<usize>> {
        let chords = ["/", "g w", "g c", "Ctrl+K", "?", "v", "Shift+v"].map(Chord::parse);
        let mut sequence = Sequence::default();
        keys.iter()
            .map(|&(key, ctrl, typing)| {
                sequence.press(
                    &Press {
                        key: key.into(),
                        ctrl,
                        shift: key == "?" || key == "V",
                        typing,
                    },
                    chords.iter().enumerate(),
                )
            })
            .collect()
    }

    #[test]
    fn sequences_and_single_keys_are_told_apart() {
        assert_eq!(pressed(&[("/", false, false)]), [Some(0)]);
        assert_eq!(
            pressed(&[("g", false, false), ("c", false, false)]),
            [None, Some(2)]
        );
        assert_eq!(
            pressed(&[("g", false, false), ("x", false, false), ("w", false, false)]),
            [None, None, None]
        );
        assert_eq!(
            pressed(&[("g", false, false), ("/", false, false)]),
            [None, Some(0)]
        );
        assert_eq!(
            pressed(&[("g", false, false), ("g", false, false), ("w", false, false)]),
            [None, None, Some(1)]
        );
    }

    #[test]
    fn shift_makes_another_key_of_a_letter_and_of_nothing_else() {
        assert_eq!(pressed(&[("v", false, false)]), [Some(5)]);
        assert_eq!(pressed(&[("V", false, false)]), [Some(6)]);
        assert_eq!(pressed(&[("?", false, false)]), [Some(4)]);
    }

    #[test]
    fn keys_typed_into_a_field_are_silent_but_ctrl_works() {
        assert_eq!(
            pressed(&[("/", false, true), ("g", false, true), ("w", false, false)]),
            [None, None, None]
        );
        assert_eq!(pressed(&[("k", true, true)]), [Some(3)]);
        assert_eq!(pressed(&[("K", true, false)]), [Some(3)]);
    }
}
