//! Texts put together, and signs that nobody sees.

/// The parts one after the other, with something between them. The standard library does it faster, with a kilobyte of
/// code for each kind of part.
pub(crate) fn joined<P: AsRef<str>>(parts: &[P], between: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(part.as_ref());
    }
    text
}

/// Signs without width, and those that turn the direction of writing: copied along without anybody's wish.
pub(crate) fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}') || turns(sign)
}

/// Signs that turn the direction of writing.
pub(crate) fn turns(sign: char) -> bool {
    matches!(sign, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
