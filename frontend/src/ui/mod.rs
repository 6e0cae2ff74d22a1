//! Components that know nothing of the domain: they draw what they are given, in one look.
//!
//! Not here: texts (they are handed in), data of the server, and decisions. The one exception is
//! [`DeadlineBadge`], which knows how a legal period is shown. Styles stand in `frontend/style`: colours and
//! sizes in `tokens.css` only. Start with [`Field`] for forms, [`Panel`] and [`Table`] for pages.

mod anchor;
mod beside;
mod button;
mod choice;
mod clock_card;
mod date_time_input;
mod deadline_badge;
mod facts;
mod field;
mod file_input;
mod frame;
mod icon;
mod id;
mod layer;
mod month;
mod month_picture;
mod notice;
mod pager;
mod panel;
mod select;
mod state;
mod stepper;
mod table;
mod tabs;
mod tag;
mod text_input;
mod timeline;
mod toast;
mod watermark;

pub use anchor::{Anchor, AnchorProps};
pub use beside::{Beside, BesideCell, BesideGroup, BesideProps, BesideRow};
pub use button::{Button, ButtonKind, ButtonProps};
pub use choice::{Checkbox, CheckboxProps, Choice, RadioGroup, RadioGroupProps, Tick, TickProps};
pub use clock_card::{ClockCard, ClockCardProps};
pub use date_time_input::{DateTimeInput, DateTimeInputProps, DateTimeTexts};
pub use deadline_badge::{DeadlineBadge, DeadlineBadgeProps, Lamp, StandstillBadge, StandstillBadgeProps};
pub use facts::{Fact, Facts, FactsProps};
pub use field::{Field, FieldProps, FieldWiring};
pub use file_input::{FileInput, FileInputProps};
pub use frame::{NavGroup, NavItem, PageHead, PageHeadProps, SideNav, SideNavProps, TopBar, TopBarProps};
pub use icon::{Glyph, Icon, IconProps};
pub use id::use_id;
pub use layer::{Layer, LayerKind, LayerProps};
pub use month::{Month, MonthProps};
pub use month_picture::{DayCell, DayLook, MonthPicture, MonthPictureProps, day_class};
pub use notice::{Notice, NoticeProps};
pub use pager::{Pager, PagerProps};
pub use panel::{Panel, PanelProps, Tile, TileProps};
pub use select::{Select, SelectProps};
pub use state::{Picture, PictureProps, Skeleton, SkeletonProps, StateKind};
pub use stepper::{Step, StepState, Stepper, StepperProps};
pub use table::{Column, Row, Table, TableProps};
pub use tabs::{Tab, Tabs, TabsProps};
pub use tag::{Count, CountProps, Tag, TagProps, Tone};
pub use text_input::{TextArea, TextInput, TextInputProps};
pub use timeline::{Moment, Timeline, TimelineProps};
pub use toast::{ToastKind, Toaster, Toasts, ToastsProps, use_toaster};
pub use watermark::{Watermark, WatermarkProps};
