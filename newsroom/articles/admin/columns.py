"""One edition's column on the story's change page: form, status and deed buttons."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from newsroom.accounts.models import User
from newsroom.articles.admin.deed_pages import buttons
from newsroom.articles.admin.offers import open_links
from newsroom.articles.admin.words import WordsForm
from newsroom.articles.models import Version
from newsroom.articles.status_text import status_text, that_count
from newsroom.forms.deed_pages import DeedPage
from newsroom.languages import tag_of
from newsroom.publishing.moments import printed


@dataclass(frozen=True)
class Stand:
    """One version with its status text, the deeds to offer, and its open preview links."""

    version: Version
    words: str
    buttons: list[tuple[str, DeedPage]]
    links: list[dict]


@dataclass(frozen=True)
class Column:
    """Template context of one edition. `last` is the version to show read-only where none can be edited.

    `stands` are the versions with a current status, `earlier` the others, newest first.
    """

    form: WordsForm
    name: str
    lang: str
    stands: list[Stand]
    earlier: list[Stand]
    last: Version | None


def edition_column(form: WordsForm, *, by: User, at: datetime) -> Column:
    """Return the column of the edition whose words `form` holds."""
    versions = Version.objects.filter(edition__article=form.article.pk).in_language(form.language)
    versions = versions.select_related("edition", "changed_by", "submitted_by").prefetch_related("previews")
    all_of_them = list(versions.order_by("-number"))
    stands = [_stand(version, by=by, at=at) for version in all_of_them]
    count = that_count(all_of_them, at)
    return Column(
        form=form,
        name=dict(settings.LANGUAGES)[form.language],
        lang=tag_of(form.language),
        stands=[stand for stand in stands if stand.version in count],
        earlier=[stand for stand in stands if stand.version not in count],
        last=count[0] if count else None,
    )


def _stand(version: Version, *, by: User, at: datetime) -> Stand:
    links = [{"token": link.token, "until": printed(link.expires_at)} for link in open_links(version, at)]
    return Stand(version, status_text(version, at), buttons(version, by=by, at=at), links)
