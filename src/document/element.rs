//! What the elements of HTML are to a reader.

/// What becomes of an element and the words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// The title of the page.
    Title,
    /// The heading above everything.
    Headline,
    /// A heading.
    Heading,
    /// Stands on lines of its own.
    Block,
    /// A list.
    List,
    /// A table, or a part of one that holds rows.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell,
    /// Words of somebody else, set off from the text.
    Quotation,
    /// Words of somebody else inside a sentence; quotation marks are put around them.
    Quote,
    /// Ends a line.
    Break,
    /// A picture, which has words for those who do not see it.
    Picture,
    /// Says something about the page.
    Meta,
    /// A moment.
    Time,
    /// Not shown, and nothing is seen to be missing.
    Unseen,
    /// Not prose, and set off from the text.
    Hidden,
    /// Not prose, inside a sentence.
    Code,
    /// Taken back by the author.
    Struck,
    /// Raised, as the mark of a footnote is.
    Raised,
    /// A link.
    Link,
    /// Changes nothing but the look of words.
    Inline,
}

/// What the element `name` is.
pub fn of(name: &str) -> Element {
    match name {
        "title" => Element::Title,
        "h1" => Element::Headline,
        "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading,
        "ul" | "ol" | "menu" => Element::List,
        "table" | "tbody" | "thead" | "tfoot" => Element::Table,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "blockquote" => Element::Quotation,
        "q" => Element::Quote,
        "br" => Element::Break,
        "img" | "area" => Element::Picture,
        "meta" => Element::Meta,
        "time" => Element::Time,
        "script" | "style" | "template" | "noscript" | "svg" | "datalist" | "rp" => Element::Unseen,
        "pre" | "iframe" | "object" | "audio" | "video" | "canvas" | "select" | "textarea" | "noembed"
        | "noframes" | "xmp" | "listing" => Element::Hidden,
        "code" | "kbd" | "samp" | "tt" | "math" => Element::Code,
        "del" | "s" | "strike" => Element::Struck,
        "sup" => Element::Raised,
        "a" => Element::Link,
        "address" | "article" | "aside" | "body" | "button" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form"
        | "head" | "header" | "hgroup" | "hr" | "html" | "legend" | "li" | "main" | "nav" | "optgroup"
        | "option" | "p" | "search" | "section" | "summary" => Element::Block,
        _ => Element::Inline,
    }
}

/// Whether the element `name` has no end tag, so that nothing stands in it.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether the element `name` holds blocks that belong together, and always has an end tag.
pub fn is_group(name: &str) -> bool {
    matches!(name, "table" | "ul" | "ol" | "menu" | "dl" | "blockquote")
}
