//! What does not fit in layers and regimes, in words, beside what does not fit in any profile (`rules::wrong`): every
//! sentence once, in both languages.
//!
//! Not here: what does not fit with the nation's divisions (`place`), and when a sentence is said (`check`, `merge`,
//! `layer`, `whole`).

use super::{entry::AccidentGrade, layer::Layer};
use crate::{deadlines::Period, problem::Bilingual, rules::form::Name, time::LegalDate};
use std::fmt::Display;

pub(super) const GOES_ROUND: Name = (
    "各层互相承接成了一圈，最下一层不应再写 base",
    "The layers lie on each other in a circle: the lowest one must have no base",
);
pub(super) const NOBODY_SAYS: Name = (
    "本层和所承接的各层都没有写，应在其中一层写明",
    "Neither this layer nor any below says it: one of them must",
);
pub(super) const LISTED_TWICE: Name = (
    "同一项列了两次，只留一项",
    "The same entry is listed twice: keep one",
);
pub(super) const NO_LIST: Name = ("没有这样的列表", "There is no such list");
pub(super) const NO_WORDS: Name = (
    "条款号和条文都不能为空",
    "A clause must have its article and its words",
);
pub(super) const NO_EXTENSION: Name = (
    "延期天数应大于零，不得延期的应删去 extension",
    "An extension must be longer than nothing: take out extension where there is none",
);
pub(super) const RIGHT_ENDS: Name = (
    "权利的期限届满即消灭，不能延期",
    "A right ends with its period: it cannot be extended",
);
pub(super) const NOT_THIS_OFFICE: Name = (
    "中止由本办决定，应为 office 或 office_leader",
    "This office decides on pauses: office or office_leader",
);
pub(super) const NO_RANGE: Name = (
    "数字参数应写明可取的范围",
    "A parameter that is a number must have a range",
);

/// The form of a file. Its reader tells what is wrong in English only.
pub(super) fn unreadable(line: usize, told: &str) -> Bilingual {
    Bilingual::new(
        format!("第 {line} 行不是规则文件的写法：{told}"),
        format!("Line {line} is not in the form of a file of rules: {told}"),
    )
}

pub(super) fn ends_before(first: LegalDate) -> Bilingual {
    Bilingual::new(
        format!("失效日应不早于施行日 {first}"),
        format!("The last day must not be before the first, {first}"),
    )
}

pub(super) fn version_taken(version: u32) -> Bilingual {
    Bilingual::new(
        format!("第 {version} 版已有，应改用新的版本号"),
        format!("There is a version {version} already: take a new number"),
    )
}

pub(super) fn begins_too_early(later: &Layer, earlier: &Layer) -> Bilingual {
    let (number, before, day) = (later.version, earlier.version, earlier.in_force_from);
    Bilingual::new(
        format!("第 {number} 版应晚于第 {before} 版的施行日 {day}"),
        format!("Version {number} must begin after the first day of version {before}, {day}"),
    )
}

/// `other` is the version with which it overlaps; `earlier`, one of both, says that it goes on until this day.
pub(super) fn overlaps(other: &Layer, earlier: &Layer, until: LegalDate) -> Bilingual {
    let (other, earlier) = (other.version, earlier.version);
    Bilingual::new(
        format!("与第 {other} 版的施行时间重叠，同一天只能有一版施行：第 {earlier} 版写明施行至 {until}"),
        format!(
            "It overlaps with version {other}, and on one day only one version is in force: version {earlier} says that it is in force until {until}"
        ),
    )
}

pub(super) fn no_base(base: &str, known: &[&str]) -> Bilingual {
    Bilingual::new(
        format!("没有“{base}”这一规则集，应为 {} 之一", known.join("、")),
        format!(
            "There are no rules “{base}”: it must be one of {}",
            known.join(", ")
        ),
    )
}

pub(super) fn not_higher(layer: &Layer, base: &str) -> Bilingual {
    Bilingual::new(
        format!("{}规则只能承接更高一级的规则集，“{base}”不是", layer.level.zh()),
        format!(
            "Rules of the level {} lie only on rules of a higher one, and “{base}” is none",
            layer.level.en()
        ),
    )
}

pub(super) fn older_than_base(below: &Layer) -> Bilingual {
    let (base, first) = (&below.id, below.in_force_from);
    Bilingual::new(
        format!("所承接的 {base} 自 {first} 起施行，本规则集不能更早"),
        format!("Its base {base} is in force from {first}: these rules cannot begin before"),
    )
}

pub(super) fn not_there(key: &str, list: &str) -> Bilingual {
    Bilingual::new(
        format!("“{key}”不在 {list} 中，应为其中一项的代码"),
        format!("“{key}” is not in {list}: it must be the code of an entry there"),
    )
}

pub(super) fn not_inherited(key: &str, list: &str) -> Bilingual {
    Bilingual::new(
        format!("“{key}”本来就不在所承接的 {list} 中，应删去，或写对代码"),
        format!("“{key}” is not in the inherited {list} anyway: take it out, or correct the code"),
    )
}

pub(super) fn same_as_below(base: &str) -> Bilingual {
    Bilingual::new(
        format!("与所承接的 {base} 完全相同，应删去，只在 {base} 中写一次"),
        format!("It is the same as in {base}, which it inherits: take it out, so that it stands once"),
    )
}

pub(super) fn yellow_too_long(yellow: Period, period: Period) -> Bilingual {
    Bilingual::new(
        format!("黄灯 {yellow} 应大于零，且不长于期限 {period}"),
        format!(
            "The yellow lamp, {}, must be longer than nothing and not longer than the period, {}",
            yellow.text_en(),
            period.text_en()
        ),
    )
}

pub(super) fn reminder_too_long(reminder: Period, yellow: Period) -> Bilingual {
    Bilingual::new(
        format!("催提醒 {reminder} 与黄灯 {yellow} 重叠，应不长于黄灯"),
        format!(
            "The reminder, {}, must not be longer than the yellow lamp, {}",
            reminder.text_en(),
            yellow.text_en()
        ),
    )
}

pub(super) fn past_statutory(period: Period, most: u32, statutory: Period) -> Bilingual {
    Bilingual::new(
        format!("{period} 再延 {most} 日必然超过法定期限 {statutory}，应缩短"),
        format!(
            "{} and {most} days more must pass the statutory period, {}: shorten them",
            period.text_en(),
            statutory.text_en()
        ),
    )
}

pub(super) fn no_pauses(parameter: &str) -> Bilingual {
    Bilingual::new(
        format!("参数 {parameter} 为否，应改为是，或删去 pause"),
        format!("The parameter {parameter} is not set: set it, or take out pause"),
    )
}

pub(super) fn not_between(from: impl Display, to: impl Display) -> Bilingual {
    Bilingual::new(
        format!("应为 {from} 至 {to} 之间的整数"),
        format!("It must be a whole number from {from} to {to}"),
    )
}

pub(super) fn none_of(known: &[&str]) -> Bilingual {
    Bilingual::new(
        format!("应为 {} 之一", known.join("、")),
        format!("It must be one of {}", known.join(", ")),
    )
}

pub(super) fn grade_overlaps(lighter: &AccidentGrade) -> Bilingual {
    Bilingual::new(
        format!("与“{}”重叠，死亡、重伤、损失三项都应更高", lighter.zh),
        format!(
            "It overlaps with “{}”: deaths, injuries and loss must all be higher",
            lighter.en
        ),
    )
}
