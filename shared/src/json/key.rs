//! The keys of maps as a source for serde.

use super::{
    text,
    tree::{Tree, Unreadable},
};
use serde::de::{Deserializer, Visitor};

/// The key of a map: a text, or a number as one.
pub(super) struct Key(pub(super) String);

/// Methods that read a key as a number.
macro_rules! numbered {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            self.tree().number(visitor)
        }
    )+};
}

impl Key {
    /// The number that it is.
    fn tree(self) -> Tree {
        text::parse(&self.0).unwrap_or(Tree::Nothing)
    }
}

impl<'de> Deserializer<'de> for Key {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_string(self.0)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        tag: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        Tree::Text(self.0).deserialize_enum(tag, names, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    numbered! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    serde::forward_to_deserialize_any! {
        bool i128 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
