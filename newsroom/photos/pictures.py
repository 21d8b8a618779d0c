"""Photos as plain data for `components/photo.html` and `components/thumb.html`; templates run no query.

Where a picture is small, or first of a page, its *crop* around the focal point is shown (`image_worker.CUTS`).
It is shown whole while its crops are missing, and where the editor says so; but for the smallest also where the
caption counts people from the left.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from newsroom.cooperation.rows import person_entry
from newsroom.languages import Words, pick
from newsroom.photos.image_worker import CUTS, size_of_cut, widths_of
from newsroom.photos.models import Photo, Pictured

NARROW = "(max-width: 39.99rem)"
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True)
class Shape:
    """A picture whole, or one of its crops: the rendition widths, and the size of the widest in pixels."""

    cut: str
    widths: list[int]
    width: int
    height: int


@dataclass(frozen=True)
class Rendition:
    """A `<source>`: browsers take the first whose `type` they support and whose `media` matches."""

    type: str
    srcset: str
    media: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """Context of a photo on a page."""

    address: str  # of the widest JPEG, from the root
    srcset: str  # of the JPEGs
    width: int  # pixels, of the widest rendition
    height: int
    sources: list[Rendition]
    alt: Words | str
    alt_lang: str  # where the alt text is not in the page's language, its own; else ""
    caption: Words | None
    credit: Words | None
    people: list[dict]  # from the left, each {"name", "address"}
    whole: bool = False  # not to be cut by its frame either

    @property
    def tall(self) -> bool:
        return self.height > self.width

    @property
    def room(self) -> str:
        """Return the `sizes` attribute in a story's column: see story.css."""
        return "(min-width: 30rem) 26rem, 100vw" if self.tall else "(min-width: 64rem) 44rem, 100vw"


def picture_of(photo: Photo, language: str, *, cut: str = "", phone: str = "") -> Picture:
    """Return the context of the photo on a page in `language`; it was loaded `.with_people()`.

    `cut` is the crop to show, "" for whole; `phone` the one on a narrow screen, where that differs.
    """
    people = [_seen(one, language) for one in photo.pictured.all()]
    whole = photo.whole or bool(people)
    shape = shape_of(photo, "" if whole else cut)
    cut_narrow = phone and photo.is_cut and photo.width > photo.height and not whole
    narrow = shape_of(photo, phone) if cut_narrow else None
    alt = photo.alt_in(language) or ""
    return Picture(
        address=address_of(photo, shape, shape.width, "jpg"),
        srcset=srcset(photo, shape, "jpg"),
        width=shape.width,
        height=shape.height,
        sources=[*(_sources(photo, narrow, NARROW) if narrow else []), *_sources(photo, shape)],
        alt=alt,
        alt_lang=alt.lang if alt and alt.foreign_to(language) else "",
        caption=photo.caption_in(language),
        credit=photo.credit_in(language),
        people=people,
    )


def thumb_of(photo: Photo) -> Picture:
    """Return the thumbnail for a row of a list, with an empty alt text: the row's words say enough.

    A drawing that the editor wants whole is not cut: half a name on it would say nothing.
    """
    shape = shape_of(photo, "" if photo.whole else "row")
    return Picture(
        address=address_of(photo, shape, shape.widths[0], "jpg"),
        srcset=srcset(photo, shape, "jpg"),
        width=shape.width,
        height=shape.height,
        sources=list(_sources(photo, shape)),
        alt="",
        alt_lang="",
        caption=None,
        credit=None,
        people=[],
        whole=photo.whole,
    )


def shape_of(photo: Photo, cut: str) -> Shape:
    """Return the photo's crop, or the whole while its crops are missing."""
    if not cut or not photo.is_cut:
        widest = photo.widths[-1]
        return Shape("", photo.widths, widest, max(1, round(photo.height * widest / photo.width)))
    wide, high = size_of_cut(photo.width, photo.height, cut)
    widths = widths_of(wide, CUTS[cut][2])
    return Shape(cut, widths, widths[-1], max(1, round(high * widths[-1] / wide)))


def srcset(photo: Photo, shape: Shape, ending: str) -> str:
    return ", ".join(f"{address_of(photo, shape, width, ending)} {width}w" for width in shape.widths)


def address_of(photo: Photo, shape: Shape, width: int, ending: str) -> str:
    if not shape.cut:
        return reverse("photo", args=[photo.token, width, ending])
    return reverse("photo-cut", args=[photo.token, f"{shape.cut}-{photo.focus}", width, ending])


def name_of(photo: Photo, shape: Shape, width: int, ending: str) -> str:
    """Return the storage name of a rendition, under the photo's token."""
    return f"{shape.cut}-{photo.focus}-{width}.{ending}" if shape.cut else f"{width}.{ending}"


def _sources(photo: Photo, shape: Shape, media: str = "") -> Iterator[Rendition]:
    """Yield the better formats first; JPEG only with `media`, as it is otherwise the `<img>` itself."""
    for ending, kind in TYPES.items():
        if (ending != "avif" or photo.avif) and (ending != "jpg" or media):
            yield Rendition(kind, srcset(photo, shape, ending), media, shape.width, shape.height)


def _seen(pictured: Pictured, language: str) -> dict:
    """Return the name with its page, or plain words: a public photo names its people, so they are public."""
    if pictured.person:
        return person_entry(pictured.person, language)
    return {"name": pick(pictured.words_zh, pictured.words_en, language), "address": ""}
