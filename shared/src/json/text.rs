//! The text as a tree (RFC 8259). A number with a fraction is read and fits nothing: no type of the API has one, and
//! reading one exactly takes tables as large as all the rest.

use super::tree::Tree;

/// So deep and no deeper may lists and objects stand in each other.
const DEPTH: usize = 128;

/// The tree that this text is, if it is one.
pub(super) fn parse(text: &str) -> Option<Tree> {
    let mut reader = Reader { text, at: 0 };
    let tree = reader.value(DEPTH)?;
    reader.skip();
    (reader.at == text.len()).then_some(tree)
}

struct Reader<'a> {
    text: &'a str,
    /// The place of the next byte; always between two characters where a string is cut.
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Whether this comes next; goes past it.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn skip(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Option<Tree> {
        let depth = depth.checked_sub(1)?;
        self.skip();
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Tree::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<Tree> {
        let words = [
            ("null", Tree::Nothing),
            ("true", Tree::Truth(true)),
            ("false", Tree::Truth(false)),
        ];
        let rest = self.text.get(self.at..)?;
        let (word, tree) = words.into_iter().find(|(word, _)| rest.starts_with(word))?;
        self.at += word.len();
        Some(tree)
    }

    fn object(&mut self, depth: usize) -> Option<Tree> {
        let mut entries = Vec::new();
        self.each(b'}', |reader| {
            let key = reader.string()?;
            reader.skip();
            let value = if reader.takes(b':') {
                reader.value(depth)?
            } else {
                return None;
            };
            entries.push((key, value));
            Some(())
        })?;
        Some(Tree::Object(entries))
    }

    fn list(&mut self, depth: usize) -> Option<Tree> {
        let mut items = Vec::new();
        self.each(b']', |reader| {
            items.push(reader.value(depth)?);
            Some(())
        })?;
        Some(Tree::List(items))
    }

    /// Whatever stands between a bracket and this end, with commas between.
    fn each(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.skip();
        if self.takes(end) {
            return Some(());
        }
        loop {
            self.skip();
            item(self)?;
            self.skip();
            match self.next()? {
                b',' => {}
                byte if byte == end => return Some(()),
                _ => return None,
            }
        }
    }

    fn number(&mut self) -> Option<Tree> {
        let below = self.takes(b'-');
        let begun = self.at;
        let amount = self.digits()?;
        if self.text.as_bytes()[begun] == b'0' && self.at > begun + 1 {
            return None;
        }
        let mut whole = true;
        if self.takes(b'.') {
            whole = false;
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            whole = false;
            let _sign = self.takes(b'-') || self.takes(b'+');
            self.digits()?;
        }
        Some(match (whole, amount, below) {
            (true, Some(amount), false) => Tree::Natural(amount),
            (true, Some(amount), true) => 0_i64
                .checked_sub_unsigned(amount)
                .map_or(Tree::Unfit, Tree::Below),
            _ => Tree::Unfit,
        })
    }

    /// At least one digit, and what they amount to if that is not too much.
    fn digits(&mut self) -> Option<Option<u64>> {
        let begun = self.at;
        let mut amount = Some(0_u64);
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            let ten = amount.and_then(|amount| amount.checked_mul(10));
            amount = ten.and_then(|ten| ten.checked_add(u64::from(digit - b'0')));
        }
        (self.at > begun).then_some(amount)
    }

    fn string(&mut self) -> Option<String> {
        if !self.takes(b'"') {
            return None;
        }
        let mut text = String::new();
        loop {
            let begun = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..b' ') {
                self.at += 1;
            }
            text.push_str(self.text.get(begun..self.at)?);
            match self.next()? {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.by_number(),
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            _ => return None,
        })
    }

    /// A character by its number, or by the two halves of one beyond the first 65,536.
    fn by_number(&mut self) -> Option<char> {
        let first = self.four()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        let second = (self.takes(b'\\') && self.takes(b'u')).then(|| self.four())??;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + low)
    }

    fn four(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(number)
    }
}
