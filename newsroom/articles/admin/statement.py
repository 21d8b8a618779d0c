"""Statements of deeds on versions: their words, what the story reports, and what becomes public with them."""

from dataclasses import dataclass
from datetime import datetime

from newsroom.articles.admin.deed_forms import ApproveForm, BothForm, ClosePreviewsForm, WithdrawForm
from newsroom.articles.deeds.writing import WORDS
from newsroom.articles.models import Version
from newsroom.articles.records import joined_by, records_of
from newsroom.forms.deed_forms import DeedForm
from newsroom.forms.statement import let_out, plain
from newsroom.languages import tag_of
from newsroom.languages.comparing import Run, as_read, compared
from newsroom.publishing.amending.amendments import waiting_for
from newsroom.publishing.hanging import reach
from newsroom.publishing.models import Amendment
from newsroom.publishing.statements import Part, parts_of

READ = ("headline", "standfirst", "body", "byline", "change_note")


@dataclass(frozen=True)
class Shown:
    """The words of a version on the page of a deed, compared with those that readers see, if they see any."""

    language: str
    tag: str
    fields: list[tuple[str, list[list[Run]]]]
    is_first: bool


def shown(version: Version, at: datetime) -> Shown:
    public = version.edition.versions.public(at).exclude(pk=version.pk).first()
    fields = [(_label(name), _compared(public, version, name)) for name in READ]
    return Shown(
        version.edition.get_language_display(), tag_of(version.language), [one for one in fields if one[1]], not public
    )


def _label(name: str) -> str:
    return str(getattr(Version, name).field.verbose_name)


def _compared(public: Version | None, version: Version, name: str) -> list[list[Run]]:
    old, new = (_read(one, name) for one in (public or version, version))
    return compared(old, new, version.language)


def _read(version: Version, name: str) -> str:
    return as_read(version.body) if name == "body" else getattr(version, name)


def words(version: Version) -> Part:
    return plain(version, **{name: getattr(version, name) for name in WORDS})


def of_words(form: DeedForm) -> list[Part]:
    return [words(form.subject)]


def of_waiting(form: BothForm) -> list[Part]:
    """Return the words that wait, and until when."""
    return [part for version in form.versions() for part in _waiting(version)]


def _waiting(version: Version) -> list[Part]:
    until = version.public_from
    return [words(version), plain(version.edition, public_from=until and until.isoformat())]


def of_content(form: DeedForm) -> list[Part]:
    return _content([form.subject], form.at)


def of_approval(form: ApproveForm) -> list[Part]:
    """Return the words in each language that is approved, and the change of what the story reports that is."""
    parts = _content(form.versions(), form.at)
    amendment = waiting_for(form.subject.edition.article) if form.takes_links() else None
    return parts if amendment is None else [*parts, *_links(amendment, form)]


def _content(versions: list[Version], at: datetime) -> list[Part]:
    article = versions[0].edition.article
    records = dict.fromkeys(record for one in versions for record in records_of(article, one.language))
    return [*map(words, versions), *parts_of([article]), *let_out(reach(records, at).goes, at)]


def _links(amendment: Amendment, form: ApproveForm) -> list[Part]:
    joined = [record for one in form.versions() for record in joined_by(amendment, one.language)]
    return [plain(amendment, after=amendment.after), *let_out(dict.fromkeys(joined), form.at)]


def of_withdrawal(form: WithdrawForm) -> list[Part]:
    return [*map(words, form.versions()), *parts_of(list(form.orphans.values()))]


def of_previews(form: ClosePreviewsForm) -> list[Part]:
    return [plain(link, until=link.expires_at.isoformat()) for link in form.fields["links"].queryset]
