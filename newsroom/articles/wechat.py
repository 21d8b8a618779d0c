"""WeChat export: a story as one self-contained piece of HTML with inline styles.

WeChat's editor keeps a small set of elements, and of their attributes only `style`: no class, id, stylesheet or
external link. The page is written with classes in `templates/articles/wechat.html`; then `inline_styles` writes
out the style of each class and element, and drops what WeChat would. Photos and the QR code are data URIs.
"""

import re
from base64 import b64encode
from datetime import datetime
from html import escape
from html.parser import HTMLParser
from typing import Any

import segno
from django.template.loader import render_to_string

from newsroom.articles.models import Article, Version
from newsroom.articles.page import story_context
from newsroom.articles.preview import as_public
from newsroom.articles.story import Story
from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.masthead.tokens import colours
from newsroom.photos import files
from newsroom.photos.models import Photo
from newsroom.photos.pictures import name_of, picture_of, shape_of

WIDEST = 960  # pixels: WeChat shows no more than about 1,080 device pixels
RENAMED = {"h2": "p", "h3": "p", "figure": "section", "div": "section"}
KEPT = {
    *("section", "p", "span", "strong", "em", "br", "img", "ul", "ol", "li", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
EMPTY = {"br", "img"}
ATTRIBUTES = {"src", "alt", "colspan", "rowspan"}
# Chinese has no italics: emphasis is dots under the characters, and bold where dots cannot be drawn.
DOTS = "text-emphasis:filled dot;-webkit-text-emphasis:filled dot;text-emphasis-position:under right"
EMPHASIS = {ZH: f"font-style:normal;font-weight:bold;{DOTS};-webkit-text-emphasis-position:under", EN: ""}


def for_wechat(version: Version, *, at: datetime, site: SiteSettings, absolute: Any) -> str:
    """Return the HTML of the story with the words of `version`; `absolute` makes a path an absolute address."""
    article, language = version.edition.article, version.edition.language
    with as_public(version, at):
        found = Story.at_address(article.year, article.slug, at)
        context = story_context(found, found.shown_in(language))
        address = absolute(article.address_in(language))
        own = {
            "photos": _photos(article, language, at),
            "site": site.name_in(language),
            "address": address,
            "code": segno.make(address, micro=False).png_data_uri(scale=5, border=2),
        }
        page = render_to_string("articles/wechat.html", context | own)
    return inline_styles(page, _styles(site) | {"em": EMPHASIS[language]})


def _photos(article: Article, language: str, at: datetime) -> list[dict]:
    """Return the photos that have a file, each as a data URI with its words."""
    shown = Photo.objects.public(at).of_article(article, language).with_people()
    all_of_them = [{"data": _data(photo), "picture": picture_of(photo, language)} for photo in shown]
    return [photo for photo in all_of_them if photo["data"]]


def _data(photo: Photo) -> str:
    shape = shape_of(photo, "")
    width = max((width for width in shape.widths if width <= WIDEST), default=shape.widths[0])
    try:
        picture = files.read(photo.token, name_of(photo, shape, width, "jpg"))
    except OSError:
        return ""
    return f"data:image/jpeg;base64,{b64encode(picture).decode()}"


def inline_styles(page: str, styles: dict[str, str]) -> str:
    """Return `page` with the styles of classes and elements written inline, without what WeChat drops."""
    dresser = _Dresser(styles)
    dresser.feed(page)
    dresser.close()
    return "".join(dresser.parts).strip()


class _Dresser(HTMLParser):
    def __init__(self, styles: dict[str, str]) -> None:
        super().__init__()
        self.styles = styles
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        name = RENAMED.get(tag, tag)
        if name not in KEPT:
            return
        facts = dict(attrs)
        kept = {key: value or "" for key, value in facts.items() if key in ATTRIBUTES}
        if style := self.styles.get(facts.get("class") or tag):
            kept["style"] = style
        written = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
        self.parts.append(f"<{name}{written}>")

    def handle_endtag(self, tag: str) -> None:
        name = RENAMED.get(tag, tag)
        if name in KEPT and name not in EMPTY:
            self.parts.append(f"</{name}>")

    def handle_data(self, data: Any) -> None:
        if not self.cdata_elem:  # the content of a script or stylesheet is no text
            self.parts.append(escape(re.sub(r"\s+", " ", data), quote=False))


def _styles(site: SiteSettings) -> dict[str, str]:
    """Return the style of each class of the template and each element of a body, in the theme's colours."""
    colour = {role: light for role, (light, _dark) in colours().items()}
    ink, quiet, rule, wash = (colour[role] for role in ("ink", "quiet", "rule", "wash"))
    seal = site.accent_light or colour["seal"]
    cell = f"border:1px solid {rule};padding:6px 8px;text-align:left;vertical-align:top"
    small = f"margin:0;font-size:13px;line-height:1.6;color:{quiet}"
    return {
        "sheet": f"font-size:16px;line-height:1.8;color:{ink};text-align:left",
        "kicker": f"margin:0 0 8px;font-size:13px;color:{seal}",
        "headline": "margin:0 0 12px;font-size:22px;line-height:1.4;font-weight:bold",
        "standfirst": f"margin:0 0 12px;color:{quiet}",
        "dates": f"{small};padding-bottom:12px;margin-bottom:20px;border-bottom:1px solid {rule}",
        "photo": "margin:0 0 20px",
        "img": "width:100%;height:auto",
        "caption": small,
        "p": "margin:0 0 16px",
        "h2": "margin:24px 0 12px;font-size:18px;line-height:1.5;font-weight:bold",
        "h3": "margin:20px 0 8px;font-weight:bold",
        "ul": "margin:0 0 16px;padding-left:24px",
        "ol": "margin:0 0 16px;padding-left:24px",
        "blockquote": f"margin:0 0 16px;padding-left:12px;border-left:3px solid {rule}",
        "table": "margin:0 0 16px;width:100%;border-collapse:collapse;font-size:14px;line-height:1.6",
        "th": f"{cell};background-color:{wash};font-weight:bold",
        "td": cell,
        "record": f"margin:24px 0;padding:12px 16px;border-top:2px solid {seal};background-color:{wash}",
        "record-head": "margin:0 0 8px;font-weight:bold",
        "fact": "margin:0 0 8px;font-size:14px;line-height:1.7",
        "label": f"color:{quiet}",
        "office": f"color:{quiet}",
        "ending": f"margin:24px 0 0;padding-top:12px;border-top:1px solid {rule}",
        "small": small,
        "code": "width:140px;height:140px;margin:8px 0 0",
    }
