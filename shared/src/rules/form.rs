//! The form of a layer of rules: of every list, how its entries are known and which fields they have, with type and
//! range. The page that edits a layer draws itself from this, so that a new field of the rules needs no page.
//!
//! Start with [`SECTIONS`]. Not here: what fits together (`regime::check`).

mod layer;

pub use layer::{HEAD_SECTION, SECTIONS};

/// A name in both languages.
pub type Name = (&'static str, &'static str);

/// One list of a layer.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Its name in the file, as `clocks` or `public.scope`.
    pub code: &'static str,
    /// What it is called.
    pub name: Name,
    /// How it is written.
    pub shape: Shape,
    /// What an entry says.
    pub fields: &'static [Field],
}

/// How a list is written, and by what an entry is known.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Entries in order, each known by these of its fields, joined.
    List(Key),
    /// Entries by key: the key beside the fields.
    Map,
    /// Words by key: the key, and one text.
    Texts,
    /// One thing.
    Single,
    /// One value, without fields of its own: the first field tells which.
    Value,
}

/// By what an entry of a list is known.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// By one field.
    Field(&'static str),
    /// By the Chinese words of one field.
    Chinese(&'static str),
    /// By kind and, where there is one, urgency: `handling/general`.
    Clock,
    /// By the words of a list, with + between them.
    Joined(&'static str),
}

/// One field of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// What it is called.
    pub title: Name,
    /// What it takes.
    pub kind: Kind,
    /// Whether it has to be there.
    pub required: bool,
}

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A short text, as a code.
    Word,
    /// A text.
    Text,
    /// A text in Chinese and English.
    Bilingual,
    /// The id of a clause that the layer, or one below, cites.
    Clause,
    /// Ids of clauses.
    Clauses,
    /// The short name of an instrument.
    Instrument,
    /// A whole number within a range.
    Number(u64, u64),
    /// Two whole numbers: from, to.
    Range,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A number and its unit, as 10 个工作日.
    Period,
    /// One of these words.
    Choice(fn() -> Vec<Word>),
    /// Words, in order.
    Words,
    /// Codes of another list of the layer.
    Codes(&'static str),
    /// A number, yes or no, or one of the choices.
    Value,
    /// Fields of its own.
    Group(&'static [Field]),
}

/// A word that may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands in the file.
    pub code: &'static str,
    /// What it is called.
    pub name: Name,
}
