//! 审批: everything that somebody proposed and the person who is signed in decides, decided from the list with the
//! same forms as in the case.
//!
//! Not here: who may decide what (`anju_shared::workflow`). Start with [`ApprovalsPage`].

mod page;

pub use page::ApprovalsPage;
