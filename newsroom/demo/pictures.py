"""Pictures of the demo stories, drawn on load and entered by the same deed as photographs."""

from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.accounts.models import User
from newsroom.articles.models import Article, ArticlePhoto
from newsroom.demo.drawings import drawn
from newsroom.demo.names import place
from newsroom.languages import columns
from newsroom.photos.deeds import enter
from newsroom.photos.models import Photo

CREDIT = {"credit_zh": "本站绘制", "credit_en": "Graphic: Newsroom"}
WORDS = ("caption_zh", "caption_en", "alt_zh", "alt_en")
FOCUS = ("focus_x", "focus_y")


def lay_pictures(article: Article, story: dict, *, by: User) -> None:
    """Draw the story's pictures for the page of each edition, and attach them in order.

    Only share images crop a drawing.
    """
    languages = list(story["article"]["editions"])
    for order, row in enumerate(story.get("pictures", []), 1):
        for language in languages:
            page = language if len(languages) > 1 else ""
            shown = {"order": order, "language": page, "for_sharing": row.get("for_sharing", False)}
            ArticlePhoto.objects.create(article=article, photo=_drawing(row, language, by=by), **shown)


def _drawing(row: dict, language: str, *, by: User) -> Photo:
    """Draw and enter a picture with its words in `language` alone: so the desk tells one from the other."""
    words = {name: row[name] for name in (columns("caption", language), columns("alt", language))}
    focus = {name: row[name] for name in FOCUS if name in row}
    credit = columns("credit", language)
    picture = SimpleUploadedFile("drawing.png", drawn(row["drawing"], language, **figures(row)))
    return enter(picture, by=by, whole=True, drawn=True, **{credit: CREDIT[credit]}, **words, **focus)


def figures(row: dict) -> dict:
    """Return what is to be drawn in a row of pictures, with its places."""
    said = {name: value for name, value in row.items() if name not in (*WORDS, *FOCUS, "drawing", "for_sharing")}
    return said | ({"places": [place(slug) for slug in row["places"]]} if "places" in row else {})
