//! Whose account an administrator may touch. With the separate powers of [`super::policy`] it keeps any one of the
//! three administrators from becoming another.

use super::actor::{Role, Staff};
use crate::{ids::UserId, problem::Bilingual};

/// Why an account is not this administrator's to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountRefusal {
    /// It is the own one.
    Own,
    /// It is that of another administrator.
    Administrator,
}

impl AccountRefusal {
    /// Stable code, as it travels.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own_account",
            Self::Administrator => "administrator_account",
        }
    }

    /// The sentence for people.
    #[must_use]
    pub fn message(self) -> Bilingual {
        match self {
            Self::Own => Bilingual::new(
                "不得变更本人的账号或岗位，请由其他管理员办理",
                "Nobody changes their own account or roles: ask another administrator",
            ),
            Self::Administrator => Bilingual::new(
                "安全管理员、审计管理员的账号须先由安全管理员取消其岗位",
                "The account of a security or audit administrator is changed only after the role has been taken",
            ),
        }
    }
}

/// Whether a system administrator may change, close, reopen or give a new password to this account. Whoever could set
/// the password of another administrator would hold two of the three offices.
///
/// # Errors
/// The [`AccountRefusal`].
pub fn may_manage(administrator: &Staff, of: UserId, roles: &[Role]) -> Result<(), AccountRefusal> {
    if administrator.user == of {
        return Err(AccountRefusal::Own);
    }
    let other = |role: &Role| role.is_administrator() && *role != Role::SystemAdministrator;
    if roles.iter().any(other) {
        return Err(AccountRefusal::Administrator);
    }
    Ok(())
}

/// Whether a security administrator may give roles to this account, or take them.
///
/// # Errors
/// The [`AccountRefusal`].
pub fn may_grant(administrator: &Staff, to: UserId) -> Result<(), AccountRefusal> {
    if administrator.user == to {
        return Err(AccountRefusal::Own);
    }
    Ok(())
}
