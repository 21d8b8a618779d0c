"""The pictures of a story, drawn as it is told and entered as an editor enters a photograph."""

from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.accounts.models import User
from newsroom.articles.models import Article, ArticlePhoto
from newsroom.demo.drawings import drawn
from newsroom.demo.names import place
from newsroom.photos.deeds import enter

CREDIT = {"credit_zh": "本站绘制", "credit_en": "Newsroom"}
WORDS = ("caption_zh", "caption_en", "alt_zh", "alt_en")
FOCUS = ("focus_x", "focus_y")


def lay_pictures(article: Article, story: dict, *, by: User) -> None:
    """Let the story show its pictures, in their order; a drawing is never cut but for a list and a shared link."""
    for order, row in enumerate(story.get("pictures", []), 1):
        row = dict(row)
        mark = {"for_sharing": row.pop("for_sharing", False)}
        facts = {name: row.pop(name) for name in (*WORDS, *FOCUS) if name in row}
        picture = SimpleUploadedFile(f"{order}.png", drawn(row.pop("drawing"), **_with_places(row)))
        photo = enter(picture, by=by, whole=True, **CREDIT, **facts)
        ArticlePhoto.objects.create(article=article, photo=photo, order=order, **mark)


def _with_places(row: dict) -> dict:
    return row | ({"places": [place(slug) for slug in row["places"]]} if "places" in row else {})
