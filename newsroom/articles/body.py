"""HTML sanitizer of story bodies: a small set of elements, cleaned on every input."""

import html
import re

import nh3

from newsroom.languages import canonical, printable

MARKUP = re.compile(r"</?(p|h[1-6]|ul|ol|blockquote|table|br)\b", re.IGNORECASE)

SPANS = {"colspan", "rowspan"}
ALLOWED = {
    "p": set(),
    "h2": set(),
    "h3": set(),
    "strong": set(),
    "em": set(),
    "br": set(),
    "ul": set(),
    "ol": set(),
    "li": set(),
    "blockquote": set(),
    "a": {"href"},
    "span": {"lang"},
    "table": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": SPANS,
    "td": SPANS,
}

# Equivalents that Word and web pages write, mapped before the sanitizer would drop them.
OTHER_NAMES = [
    (re.compile(rf"<(/?){theirs}(?=[\s>])", re.I), rf"<\1{ours}")
    for theirs, ours in (("b", "strong"), ("i", "em"), ("h1", "h2"), ("h[456]", "h3"))
]

# Noise that editors produce: a paragraph around all of a cell or an item, and empty paragraphs.
ONE_PARAGRAPH = re.compile(r"<(li|t[dh])((?: [^>]*)?)><p>((?:(?!</?p>).)*)</p></\1>", re.DOTALL)
UNSAID = re.compile(r"<span>((?:(?!</?span\b).)*)</span>", re.DOTALL)  # a language that is none
EMPTY = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>\s*")


def clean_body(text: str) -> str:
    """Return `text` with only the allowed elements; plain text becomes paragraphs at its empty lines."""
    text = printable(text)
    if not MARKUP.search(text):
        text = "\n".join(
            _paragraph(block) for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if block.strip()
        )
    for written, ours in OTHER_NAMES:
        text = written.sub(ours, text)
    cleaned = nh3.clean(
        text,
        tags=set(ALLOWED),
        attributes={tag: names for tag, names in ALLOWED.items() if names},
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    cleaned = UNSAID.sub(r"\1", cleaned)
    return EMPTY.sub("", ONE_PARAGRAPH.sub(r"<\1\2>\3</\1>", cleaned)).strip()


def _kept(_tag: str, name: str, value: str) -> str | None:
    """Return the value of an attribute as it is kept: a language in its usual spelling; None to leave it out."""
    if name == "lang":
        return canonical(value) or None
    return None if name in SPANS and value == "1" else value


def _paragraph(block: str) -> str:
    return f"<p>{'<br>'.join(html.escape(line.strip(), quote=False) for line in block.strip().splitlines())}</p>"


ONLY_PARAGRAPHS = re.compile(r"(?!</?p>|<br>)<")


def as_typed(body: str) -> str:
    """Return a body of paragraphs alone as plain text with empty lines between them, any other unchanged."""
    if ONLY_PARAGRAPHS.search(body):
        return body
    text = body.replace("<br>", "\n").replace("<p>", "")
    return html.unescape("\n\n".join(block.strip() for block in text.split("</p>") if block.strip()))
