//! Names of people.

use super::{
    Form, TextFault, identity,
    tidy::{Layout, fold, tidy},
};
use zeroize::Zeroizing;

identity! {
    /// A person's name (姓名): 1 to 50 letters of any script, with spaces, middle dots, hyphens,
    /// apostrophes and brackets.
    PersonName
}

/// Surnames of two characters that are common enough to be met; every other name's surname is its first
/// character.
const COMPOUND_SURNAMES: &[&str] = &[
    "欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "夏侯", "东方",
    "南宫", "西门", "独孤", "长孙", "宇文", "轩辕", "端木", "百里", "呼延", "东郭", "澹台", "公冶", "宗政",
    "濮阳", "淳于", "单于", "太叔", "申屠", "钟离", "闾丘", "拓跋", "完颜", "纳兰", "第五", "万俟", "赫连",
    "闻人", "鲜于", "亓官", "司寇", "公羊", "梁丘", "左丘", "谷梁", "微生", "羊舌", "贺兰",
];

impl PersonName {
    /// The most characters of a name.
    pub const MAX: usize = 50;

    /// Parses a name. Blanks inside collapse to one, every kind of middle dot becomes `·`.
    ///
    /// # Errors
    /// [`TextFault`]: empty, too long, a control character, or characters that no name has.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let typed = Zeroizing::new(tidy(text, Layout::Line, Self::MAX)?);
        let folded = Zeroizing::new(fold(&typed));
        let mut name = String::with_capacity(folded.len());
        for c in folded.chars() {
            match c {
                ' ' if name.ends_with([' ', '·']) => {}
                '•' | '・' | '‧' | '･' | '⋅' | '∙' | '·' => {
                    name.truncate(name.trim_end().len());
                    name.push('·');
                }
                c => name.push(c),
            }
        }
        let name = Zeroizing::new(name);
        if name.chars().all(may_stand_in_a_name) && name.chars().any(is_letter) {
            Ok(Self(name))
        } else {
            Err(TextFault::Malformed {
                expected: Form::PersonName,
            })
        }
    }

    /// The form under which the name is found again: without blanks and dots, in small letters.
    #[must_use]
    pub fn lookup_form(&self) -> Zeroizing<String> {
        let kept = self.0.chars().filter(|c| !matches!(c, ' ' | '·'));
        Zeroizing::new(kept.flat_map(char::to_lowercase).collect())
    }

    /// The form that everybody may see: 张\*\*, 欧阳\*, J\*\*\*. At least one character is always hidden.
    #[must_use]
    pub fn masked(&self) -> String {
        let name: &str = &self.0;
        let count = name.chars().count();
        let first = name.chars().next().unwrap_or('*');
        if !is_han(first) {
            return if count > 1 {
                format!("{first}***")
            } else {
                "*".into()
            };
        }
        let compound = COMPOUND_SURNAMES
            .iter()
            .find(|surname| name.starts_with(**surname));
        let shown = match compound {
            Some(_) if count > 2 => 2,
            _ => count.saturating_sub(1).min(1),
        };
        name.chars()
            .enumerate()
            .map(|(i, c)| if i < shown { c } else { '*' })
            .collect()
    }
}

fn may_stand_in_a_name(c: char) -> bool {
    let mark = matches!(c, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    is_letter(c) || mark || matches!(c, ' ' | '·' | '-' | '\'' | '’' | '.' | '(' | ')' | '（' | '）')
}

/// Letters, and the private-use areas: rare characters of names still live there in older systems.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{e000}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> PersonName {
        PersonName::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
    }

    #[test]
    fn a_masked_name_shows_the_surname_only() {
        for (text, masked) in [
            ("张三丰", "张**"),
            ("李四", "李*"),
            ("欧阳修", "欧阳*"),
            ("司马相如", "司马**"),
            ("欧阳", "欧*"),
            ("张", "*"),
            ("𠮷田茂", "𠮷**"),
            ("买买提·吐尔逊", "买******"),
            ("John Smith", "J***"),
            ("O", "*"),
            ("Zoë", "Z***"),
        ] {
            assert_eq!(name(text).masked(), masked, "{text}");
        }
    }

    #[test]
    fn one_person_written_in_several_ways_is_found_under_one_form() {
        for (one, other) in [
            ("买买提•吐尔逊", "买买提 · 吐尔逊"),
            ("Ｊohn  Smith", "john smith"),
            ("张\u{200b}三", " 张三\u{3000}"),
        ] {
            assert_eq!(name(one).lookup_form(), name(other).lookup_form(), "{one}");
        }
        assert_eq!(name("买买提・吐尔逊").reveal(), "买买提·吐尔逊");
    }

    #[test]
    fn rare_and_foreign_names_are_names() {
        for text in [
            "𬒈𠮷",
            "㼆",
            "O'Brien-Müller",
            "Анна",
            "〇",
            "王(小)明",
            "辻\u{e0100}子",
            "J. R. R. Tolkien",
        ] {
            assert_eq!(name(text).reveal(), text);
        }
    }

    #[test]
    fn what_no_name_has_is_refused() {
        let malformed = Err(TextFault::Malformed {
            expected: Form::PersonName,
        });
        for text in [
            "13812341234",
            "张三1",
            "张三;DROP",
            "<b>张</b>",
            "张三😀",
            "···",
            "--",
        ] {
            assert_eq!(PersonName::parse(text), malformed, "{text}");
        }
        assert_eq!(PersonName::parse(" \u{200b} "), Err(TextFault::Empty));
        assert_eq!(PersonName::parse("张\0三"), Err(TextFault::ControlCharacter));
        assert_eq!(
            PersonName::parse(&"张".repeat(51)),
            Err(TextFault::TooLong { max: 50, actual: 51 })
        );
    }

    #[test]
    fn debug_does_not_tell_the_name() {
        assert_eq!(format!("{:?}", Some(name("张三丰"))), "Some(PersonName(…))");
    }
}
