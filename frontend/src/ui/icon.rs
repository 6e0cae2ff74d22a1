//! Icons: single drawings of Lucide (<https://lucide.dev>), only those that are used.
//!
//! Lucide is under the ISC License, Copyright (c) 2026 Lucide Icons and Contributors; some of these drawings
//! come from Feather, under the MIT License, Copyright (c) 2013-present Cole Bemis. Both texts stand in
//! `frontend/LICENSE-icons`.

use yew::prelude::*;

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// Looking for something.
    Search,
    /// One back.
    Left,
    /// One on.
    Right,
    /// Opens downwards.
    Down,
    /// Back to where one came from.
    Back,
    /// Closes or removes.
    Close,
    /// Chosen.
    Check,
    /// Adds.
    Plus,
    /// Something is wrong here.
    Alert,
    /// Take care.
    Warning,
    /// It worked.
    Done,
    /// Not done yet.
    Undone,
    /// Good to know.
    Info,
    /// A list with nothing in it.
    Empty,
    /// Not found.
    Missing,
    /// Not allowed.
    Refused,
    /// No connection.
    Offline,
    /// Confidential.
    Lock,
    /// Leaves the session.
    SignOut,
    /// A person.
    Person,
    /// Shows the navigation.
    Menu,
    /// The list of cases.
    Cases,
    /// Registering a report.
    Register,
    /// Opens a calendar.
    Calendar,
    /// Attached files.
    Clip,
    /// To this machine.
    Download,
    /// From this machine.
    Upload,
    /// Changes the language.
    Language,
    /// Again.
    Reload,
    /// A document.
    File,
    /// Opens what is masked.
    Eye,
    /// Narrows a list.
    Filter,
    /// The own work.
    Workbench,
    /// On its way to somebody.
    Send,
    /// To be decided.
    Decide,
    /// The rules.
    Law,
}

impl Glyph {
    /// The strokes of the drawing, on a field of 24 by 24.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Search => "M21 21l-4.34-4.34 M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0",
            Self::Left => "M15 18l-6-6 6-6",
            Self::Right => "M9 18l6-6-6-6",
            Self::Down => "M6 9l6 6 6-6",
            Self::Back => "M12 19l-7-7 7-7 M19 12H5",
            Self::Close => "M18 6 6 18 M6 6l12 12",
            Self::Check => "M20 6 9 17l-5-5",
            Self::Plus => "M5 12h14 M12 5v14",
            Self::Alert => "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0 M12 8L12 12 M12 16L12.01 16",
            Self::Warning => {
                "M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3 M12 9v4 M12 17h.01"
            }
            Self::Done => "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0 M16 9l-5.5 5.5L8 12",
            Self::Undone => "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0",
            Self::Info => "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0 M12 16v-4 M12 8h.01",
            Self::Empty => {
                "M22 12L16 12 14 15 10 15 8 12 2 12 M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"
            }
            Self::Missing => {
                "M13.5 8.5l-5 5 M8.5 8.5l5 5 M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0 M21 21l-4.3-4.3"
            }
            Self::Refused => {
                "M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z M14.5 9.5l-5 5 M9.5 9.5l5 5"
            }
            Self::Offline => {
                "M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057 M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78 M2 2l20 20"
            }
            Self::Lock => {
                "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2z M7 11V7a5 5 0 0 1 10 0v4"
            }
            Self::SignOut => "M16 17l5-5-5-5 M21 12H9 M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4",
            Self::Person => "M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2 M8 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
            Self::Menu => "M4 5h16 M4 12h16 M4 19h16",
            Self::Cases => {
                "M9 2h6a1 1 0 0 1 1 1v2a1 1 0 0 1 -1 1h-6a1 1 0 0 1 -1 -1v-2a1 1 0 0 1 1 -1z M16 4h2a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h2 M12 11h4 M12 16h4 M8 11h.01 M8 16h.01"
            }
            Self::Register => {
                "M13 2a9 9 0 0 1 9 9 M13 6a5 5 0 0 1 5 5 M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"
            }
            Self::Calendar => {
                "M8 2v3 M16 2v3 M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2z M3 9h18"
            }
            Self::Clip => {
                "M16 6l-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"
            }
            Self::Download => "M12 15V3 M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4 M7 10l5 5 5-5",
            Self::Upload => "M12 3v12 M17 8l-5-5-5 5 M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4",
            Self::Language => "M5 8l6 6 M4 14l6-6 2-3 M2 5h12 M7 2h1 M22 22l-5-10-5 10 M14 18h6",
            Self::Reload => {
                "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8 M21 3v5h-5 M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16 M8 16H3v5"
            }
            Self::File => {
                "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z M14 2v5a1 1 0 0 0 1 1h5 M10 9H8 M16 13H8 M16 17H8"
            }
            Self::Eye => {
                "M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0 M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"
            }
            Self::Filter => "M2 5h20 M6 12h12 M9 19h6",
            Self::Workbench => "M3 3h7v9h-7z M14 3h7v5h-7z M14 12h7v9h-7z M3 16h7v5h-7z",
            Self::Send => "M21.9 2.1 14.6 21.5 10.9 13.1 2.5 9.4z M21.9 2.1 10.9 13.1",
            Self::Law => {
                "M12 3v18 M19 8l3 8a5 5 0 0 1-6 0z M5 8l3 8a5 5 0 0 1-6 0z M3 7h1a17 17 0 0 0 8-2 17 17 0 0 0 8 2h1 M7 21h10"
            }
            Self::Decide => "M13 5h8 M13 12h8 M13 19h8 M3 17l2 2 4-4 M3 7l2 2 4-4",
        }
    }
}

/// Properties of [`Icon`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct IconProps {
    /// Which drawing.
    pub glyph: Glyph,
    /// As large as a picture of a state.
    #[prop_or_default]
    pub large: bool,
    /// Turns, while something is under way.
    #[prop_or_default]
    pub spin: bool,
}

/// A drawing beside a word. Screen readers pass over it: the word says it.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    let class = classes!(
        "icon",
        props.large.then_some("icon--large"),
        props.spin.then_some("icon--spin")
    );
    html! { <svg {class} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={props.glyph.strokes()} /></svg> }
}
