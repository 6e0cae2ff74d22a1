//! What does not fit in a profile, in words: every sentence once, in both languages. Codes and names of fields are the
//! same in both; what a file says in its own words stands in quotation marks.
//!
//! Not here: what does not fit in layers (`regime::wrong`), and when a sentence is said (`check`).

use super::form::Name;
use crate::problem::Bilingual;

pub(super) const VERSION_ZERO: Name = ("版本从 1 起", "Versions count from 1");
pub(super) const NOT_DIGITS: Name = ("区划代码应为数字", "The code of a division consists of digits");
pub(super) const NO_ARTICLE: Name = ("条款号不能为空", "A clause must have its article");
pub(super) const NO_BASIS: Name = ("请注明所依据的条款", "Name the clause on which it rests");
pub(super) const NO_ACTION: Name = (
    "没有这样的操作或不予办理情形",
    "There is no such action and no such ground for refusing",
);
pub(super) const NO_LENGTH: Name = ("期限应大于零", "A period must be longer than nothing");
pub(super) const URGENCY_UNKNOWN: Name = (
    "受理前尚未定紧急程度，受理前起算的时限不能按紧急程度区分",
    "Urgency is decided on acceptance: a period that starts before it cannot depend on it",
);
pub(super) const RULED_TWICE: Name = (
    "同一种时限对同一类举报只能规定一次",
    "A period of one kind is ruled only once for the same reports",
);
pub(super) const NO_SUCH_DAY: Name = ("没有这一天", "There is no such day");
pub(super) const NO_ENTRIES: Name = ("至少列出一项", "List one entry at least");
pub(super) const NOT_ONE_DEPARTMENT: Name = (
    "每个行业应恰好归一个部门（public.departments）",
    "Every industry belongs to exactly one department (public.departments)",
);
pub(super) const EMPTY_WORD: Name = ("用语不能为空", "A word must not be empty");

pub(super) fn not_cited(clause: &str) -> Bilingual {
    Bilingual::new(
        format!("条款“{clause}”未在 citations 中列出"),
        format!("The clause “{clause}” is not listed in citations"),
    )
}

pub(super) fn no_instrument(name: &str) -> Bilingual {
    Bilingual::new(
        format!("文件“{name}”未在 instruments 中列出"),
        format!("The instrument “{name}” is not listed in instruments"),
    )
}

pub(super) fn no_industry(code: &str) -> Bilingual {
    Bilingual::new(
        format!("行业“{code}”未在 industries 中列出"),
        format!("The industry “{code}” is not listed in industries"),
    )
}

pub(super) fn not_in(list: &str) -> Bilingual {
    Bilingual::new(
        format!("应为 {list} 中的一项"),
        format!("It must be one of {list}"),
    )
}

pub(super) fn code_twice(code: &str) -> Bilingual {
    Bilingual::new(
        format!("代码“{code}”重复"),
        format!("The code “{code}” is there already"),
    )
}
