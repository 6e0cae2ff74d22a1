//! Postal addresses.

use super::{
    TextFault, identity,
    tidy::{Layout, tidy},
};
use zeroize::Zeroizing;

identity! {
    /// Where a reporter lives or can be written to (住址): 1 to 200 characters on one line.
    PostalAddress
}

/// One level of the administrative division: the endings of its names and the most characters such a name
/// has with its ending.
type Level = &'static [(&'static str, usize)];

const PROVINCE: Level = &[("特别行政区", 8), ("自治区", 8), ("省", 4)];
const CITY: Level = &[("自治州", 13), ("地区", 7), ("市", 8), ("盟", 6)];
const COUNTY: Level = &[
    ("自治县", 16),
    ("自治旗", 16),
    ("旗", 9),
    ("林区", 5),
    ("区", 6),
    ("县", 6),
    ("市", 6),
];

/// Before an ending these make another word of it: 小区, 社区, 超市. 景德镇 alone is a city with one of them.
const NOT_BEFORE: &str = "小社园厂校景库营超城都镇街路巷村号楼";
/// After 市 these do: 市场, 市民广场, 市政府.
const NOT_AFTER_CITY: &str = "场民政";
/// Inside a name these say that a street or a village has begun. At its start they may stand (路桥区, 镇海区).
const NOT_INSIDE: &str = "镇乡村街路巷道号楼";

impl PostalAddress {
    /// The most characters of an address.
    pub const MAX: usize = 200;

    /// Parses an address.
    ///
    /// # Errors
    /// [`TextFault`]: empty, too long, or with a control character or line break.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        tidy(text, Layout::Line, Self::MAX).map(|text| Self(Zeroizing::new(text)))
    }

    /// The form that everybody may see: down to the county, 安徽省合肥市蜀山区\*\*\*\*. Where no division can be
    /// made out, nothing is shown.
    #[must_use]
    pub fn masked(&self) -> String {
        let mut shown = 0;
        for level in [PROVINCE, CITY, COUNTY] {
            shown += division(&self.0[shown..], level).unwrap_or(0);
        }
        format!("{}****", &self.0[..shown])
    }
}

/// The bytes of the division's name at the start of `text`, if one of this level stands there.
fn division(text: &str, level: Level) -> Option<usize> {
    level.iter().find_map(|(ending, longest)| {
        let at = text.find(ending)?;
        let (name, rest) = (&text[..at], &text[at + ending.len()..]);
        let count = name.chars().count();
        let first = name.chars().next()?;
        let last = name.chars().next_back()?;
        let inside = name
            .get(first.len_utf8()..name.len() - last.len_utf8())
            .unwrap_or_default();
        let is_name = count + ending.chars().count() <= *longest
            && name.chars().all(|c| c > '\u{33ff}' && c.is_alphabetic())
            && !inside.contains(|c| NOT_INSIDE.contains(c))
            && (!NOT_BEFORE.contains(last) || name.ends_with("景德镇"))
            && !(*ending == "市" && rest.starts_with(|c| NOT_AFTER_CITY.contains(c)));
        is_name.then_some(at + ending.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_address_ends_at_the_county() {
        for (text, masked) in [
            ("安徽省合肥市蜀山区长江西路100号", "安徽省合肥市蜀山区****"),
            ("天津市滨海新区新港街道福建路1号", "天津市滨海新区****"),
            ("重庆市武隆区凤山街道", "重庆市武隆区****"),
            ("浙江省台州市路桥区路南街道", "浙江省台州市路桥区****"),
            (
                "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县",
                "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县****",
            ),
            (
                "内蒙古自治区锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇",
                "内蒙古自治区锡林郭勒盟西乌珠穆沁旗****",
            ),
            ("湖南省长沙市宁乡市白马桥街道", "湖南省长沙市宁乡市****"),
            ("江西省景德镇市珠山区珠山中路", "江西省景德镇市珠山区****"),
            ("河北省昌黎县昌黎镇二街", "河北省昌黎县****"),
            ("合肥市包河区", "合肥市包河区****"),
        ] {
            assert_eq!(PostalAddress::parse(text).expect(text).masked(), masked);
        }
    }

    #[test]
    fn streets_and_estates_are_never_shown() {
        for (text, masked) in [
            ("安徽省合肥市长江路123号县委大院", "安徽省合肥市****"),
            ("广东省东莞市长安镇幸福小区3栋", "广东省东莞市****"),
            ("幸福小区3号楼2单元", "****"),
            ("长江路菜市场旁", "****"),
            ("老井沟村5组", "****"),
            ("No. 5, Changjiang Road, Hefei", "****"),
        ] {
            assert_eq!(PostalAddress::parse(text).expect(text).masked(), masked);
        }
    }

    #[test]
    fn an_address_is_one_line_of_at_most_200_characters() {
        assert_eq!(
            PostalAddress::parse("合肥市\n包河区"),
            Err(TextFault::ControlCharacter)
        );
        assert_eq!(
            PostalAddress::parse(&"路".repeat(201)),
            Err(TextFault::TooLong {
                max: 200,
                actual: 201
            })
        );
        let address = PostalAddress::parse(&"𠮷".repeat(200)).expect("200 characters");
        assert_eq!(format!("{address:?}"), "PostalAddress(…)");
    }
}
