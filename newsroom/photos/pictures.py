"""A photo as plain data for `components/photo.html`: addresses, measures and words, nothing that asks the database."""

from dataclasses import dataclass

from django.urls import reverse

from newsroom.languages import Words
from newsroom.photos.models import Photo


@dataclass(frozen=True)
class Picture:
    """What a page says of a photo. `jpeg`, `webp` and `avif` are values of `srcset`, "" where there are none."""

    address: str  # of the widest JPEG, from the root
    width: int  # pixels, of the widest rendition
    height: int
    jpeg: str
    webp: str
    avif: str
    alt: Words | str
    alt_lang: str  # where the text is not in the page's language, its own; else ""
    caption: Words | None
    credit: Words | None

    @property
    def tall(self) -> bool:
        return self.height > self.width


def picture_of(photo: Photo, language: str) -> Picture:
    """Return what a page in `language` says of the photo."""
    widest, alt = photo.widths[-1], photo.alt_in(language) or ""
    return Picture(
        address=address_of(photo, widest, "jpg"),
        width=widest,
        height=max(1, round(photo.height * widest / photo.width)),
        jpeg=srcset(photo, "jpg"),
        webp=srcset(photo, "webp"),
        avif=srcset(photo, "avif") if photo.avif else "",
        alt=alt,
        alt_lang=alt.lang if alt and alt.foreign_to(language) else "",
        caption=photo.caption_in(language),
        credit=photo.credit_in(language),
    )


def srcset(photo: Photo, ending: str) -> str:
    return ", ".join(f"{address_of(photo, width, ending)} {width}w" for width in photo.widths)


def address_of(photo: Photo, width: int, ending: str) -> str:
    return reverse("photo", args=[photo.token, width, ending])
