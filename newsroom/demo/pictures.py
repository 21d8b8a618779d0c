"""Pictures of the demo stories, drawn on load and entered by the same deed as photographs."""

from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.accounts.models import User
from newsroom.articles.models import Article, ArticlePhoto
from newsroom.demo.drawings import drawn
from newsroom.demo.names import place
from newsroom.photos.deeds import enter

CREDIT = {"credit_zh": "本站绘制", "credit_en": "Graphic: Newsroom"}
WORDS = ("caption_zh", "caption_en", "alt_zh", "alt_en")
FOCUS = ("focus_x", "focus_y")


def lay_pictures(article: Article, story: dict, *, by: User) -> None:
    """Draw the story's pictures and attach them in order; only lists and share images crop a drawing."""
    for order, row in enumerate(story.get("pictures", []), 1):
        row = dict(row)
        mark = {"for_sharing": row.pop("for_sharing", False)}
        facts = {name: row.pop(name) for name in (*WORDS, *FOCUS) if name in row}
        picture = SimpleUploadedFile(f"{order}.png", drawn(row.pop("drawing"), **_with_places(row)))
        photo = enter(picture, by=by, whole=True, **CREDIT, **facts)
        ArticlePhoto.objects.create(article=article, photo=photo, order=order, **mark)


def _with_places(row: dict) -> dict:
    return row | ({"places": [place(slug) for slug in row["places"]]} if "places" in row else {})
