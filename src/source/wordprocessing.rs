//! The words in the XML of a Word document.
//!
//! The only file that names quick_xml. Runs of one paragraph are joined, deleted and hidden words
//! are left out, and an entity that the document defines itself is never expanded.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::BytesRef;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

/// Elements whose words no reader sees, or sees a second time.
const PASSED_OVER: &[&str] = &["del", "moveFrom", "Fallback", "instrText", "delText"];

/// Elements that stand for a character.
const CHARACTERS: &[(&str, &str)] =
    &[("tab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "\u{2011}"), ("softHyphen", "\u{ad}")];

/// What stands between two paragraphs.
const GAP: &str = "\n\n";

/// The paragraphs in `xml`, with an empty line between two of them.
///
/// # Errors
/// What is not XML, in the words of the parser.
pub fn text(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let mut walk = Walk::default();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                depth += 1;
                walk.open(&tag);
            }
            Event::Empty(tag) => walk.empty(&tag),
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                walk.close(tag.name().local_name().into_inner());
            }
            Event::Text(words) => walk.write(&words.xml10_content()),
            Event::CData(words) => walk.write(&words.xml10_content()),
            Event::GeneralRef(entity) => walk.entity(&entity),
            Event::Eof if depth > 0 => return Err("its text breaks off".to_owned()),
            Event::Eof => return Ok(walk.whole()),
            _ => {}
        }
    }
}

/// What is kept in mind from one tag to the next.
#[derive(Default)]
struct Walk {
    text: String,
    /// What is said of pictures to those who do not see them.
    pictures: Vec<String>,
    /// How many elements are open whose words are passed over.
    n_passed_over: usize,
    /// Whether an element is open that holds words.
    is_words: bool,
    /// Whether the words of the open run are hidden.
    is_hidden: bool,
    /// Whether a paragraph ended since words were written.
    has_ended: bool,
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().into_inner() {
            "t" => self.is_words = true,
            "r" => self.is_hidden = false,
            name if PASSED_OVER.contains(&name) => self.n_passed_over += 1,
            _ => self.empty(tag),
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name().into_inner();
        // "vanish" may be taken back by a value that says no.
        if name == "vanish" {
            self.is_hidden = !tag.attributes().flatten().any(|value| matches!(&*value.value, "0" | "false"));
        }
        if name == "docPr" && self.n_passed_over == 0 {
            self.picture(tag);
        }
        if let Some((_, character)) = CHARACTERS.iter().find(|(element, _)| *element == name) {
            self.put(character);
        }
    }

    fn picture(&mut self, tag: &BytesStart<'_>) {
        let described =
            tag.attributes().flatten().find(|attribute| attribute.key.local_name().into_inner() == "descr");
        let words = described.and_then(|attribute| Some(unescape(&attribute.value).ok()?.trim().to_owned()));
        self.pictures.extend(words.filter(|words| !words.is_empty()));
    }

    /// The paragraphs, and below them what is said of the pictures, each a paragraph.
    fn whole(self) -> String {
        let text = Some(self.text).filter(|text| !text.is_empty());
        text.into_iter().chain(self.pictures).collect::<Vec<_>>().join(GAP)
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.is_words = false,
            "p" => self.has_ended = true,
            "r" => self.is_hidden = false,
            _ if PASSED_OVER.contains(&name) => self.n_passed_over = self.n_passed_over.saturating_sub(1),
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        if self.is_words {
            self.put(words);
        }
    }

    fn entity(&mut self, entity: &BytesRef<'_>) {
        let name: &str = entity;
        let known = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
        let known = known.into_iter().find(|(known, _)| *known == name).map(|(_, character)| character);
        if let Some(character) = known.or_else(|| entity.resolve_char_ref().ok().flatten()) {
            self.write(character.encode_utf8(&mut [0; 4]));
        }
    }

    fn put(&mut self, words: &str) {
        if self.n_passed_over > 0 || self.is_hidden {
            return;
        }
        if std::mem::take(&mut self.has_ended) && !self.text.is_empty() {
            self.text.push_str(GAP);
        }
        self.text.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[track_caller]
    fn check(xml: &str, expected: &str) {
        let xml = format!("<w:document xmlns:w='w'><w:body>{xml}</w:body></w:document>");
        assert_eq!(text(&xml).as_deref(), Ok(expected), "{xml}");
    }

    #[test]
    fn runs_of_a_paragraph_are_joined() {
        check(
            "<w:p>\n <w:r><w:t>The 3</w:t></w:r>\n <w:r><w:rPr><w:b/></w:rPr><w:t>1-member</w:t></w:r></w:p><w:p/>\n<w:p><w:r><w:t>bloc</w:t></w:r></w:p>",
            "The 31-member\n\nbloc",
        );
    }

    #[test]
    fn pictures_have_words() {
        check(
            "<w:p><w:r><w:drawing><wp:docPr id='1' descr='The 31&amp;32 members'/></w:drawing><w:t>Text.</w:t></w:r></w:p><w:p><w:t>End.</w:t></w:p>",
            "Text.\n\nEnd.\n\nThe 31&32 members",
        );
        check("<w:p><wp:docPr id='1' name='Picture 30'/></w:p>", "");
    }

    #[test]
    fn deleted_and_hidden_words_are_left_out() {
        check(
            "<w:p><w:del><w:r><w:delText>30</w:delText><w:t>30</w:t></w:r></w:del><w:ins><w:r><w:t>31</w:t></w:r></w:ins></w:p>",
            "31",
        );
        check(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>30</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>31</w:t></w:r></w:p>",
            "31",
        );
        check("<w:p><w:r><w:instrText>PAGE 30</w:instrText><w:t>31</w:t></w:r></w:p>", "31");
    }

    #[test]
    fn characters_are_read() {
        check(
            "<w:p><w:r><w:t>A &amp; B&#45;</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:tab/><w:t>d&own;</w:t></w:r></w:p>",
            "A & B-\u{2011}c\n\td",
        );
    }

    #[test]
    fn depth_costs_nothing_and_bad_xml_is_refused() {
        let deep = ["<w:p>".repeat(10_000).as_str(), "<w:t>x</w:t>", &"</w:p>".repeat(10_000)].concat();
        check(&deep, "x");
        assert!(text("<w:p><w:t>x</w:p>").is_err());
        assert!(text("<w:p><w:t>x</w:t>").is_err());
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'>]><w:t>&c;</w:t>";
        assert_eq!(text(bomb).as_deref(), Ok(""));
    }
}
