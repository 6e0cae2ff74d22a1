//! What pages ask for and cannot compute: data of the server, the time, the keyboard.
//!
//! Not here: what is drawn. Start with [`use_query`] (reading) and [`use_command`] (changing).

mod cases;
mod clipboard;
mod clock;
mod command;
mod download;
mod draft;
mod leave;
mod line;
mod live;
mod pause;
mod query;
mod regard;
mod rules;
mod same;
mod shortcut;
mod waiting;

pub use cases::use_cases;
pub use clipboard::use_copy;
pub use clock::{ClockProvider, ClockProviderProps, use_now};
pub use command::{Command, Progress, use_command};
pub use download::{Wanted, save, use_download};
pub use draft::{DraftState, KeptDraft, use_draft};
pub use leave::{leave_for, use_leave_guard};
pub use line::{Line, LineProvider, LineProviderProps, use_line};
pub use live::{LiveProvider, LiveProviderProps, use_live, use_live_reload, use_live_stands};
pub use pause::use_settled;
pub use query::{Query, Remote, use_query};
pub use regard::use_regard;
pub use rules::{Law, RulesProvider, RulesProviderProps, use_law, use_law_of, use_rules, use_rules_reload};
pub use same::Same;
pub use shortcut::{ShortcutProvider, ShortcutProviderProps, use_key, use_key_map, use_shortcut};
pub use waiting::{use_waiting, use_work};
