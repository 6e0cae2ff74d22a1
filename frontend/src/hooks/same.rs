//! What was read, as properties of components hold it.

use std::{ops::Deref, rc::Rc};
use yew::html::IntoPropValue;

/// Something that was read. The same is what was read at the same time: what was read again is drawn again, and nobody
/// is delivered the code that compares it word by word.
#[derive(Debug)]
pub struct Same<T: ?Sized>(Rc<T>);

impl<T: ?Sized> Same<T> {
    /// What was read now.
    #[must_use]
    pub fn of(read: Rc<T>) -> Self {
        Self(read)
    }
}

impl<T: ?Sized> IntoPropValue<Same<T>> for Rc<T> {
    fn into_prop_value(self) -> Same<T> {
        Same(self)
    }
}

impl<T: ?Sized> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
