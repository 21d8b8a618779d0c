"""Form of one edition's words, with optimistic locking; saving runs the deeds."""

from functools import partial
from hashlib import sha256
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.admin.prose import Prose
from newsroom.articles.body import as_typed, clean_body
from newsroom.articles.deeds.writing import WORDS
from newsroom.articles.models import Article, Edition, Version
from newsroom.forms.desk_request import NotSaved
from newsroom.forms.restoring import put
from newsroom.forms.three_way import Merge, value_in
from newsroom.forms.typed import only_plain_text
from newsroom.languages import LANGUAGES, tag_of
from newsroom.publishing.amending import revisions
from newsroom.publishing.models import Revision

NOTHING = {name: False if name == "minor" else "" for name in WORDS}


class WordsForm(forms.ModelForm):
    """Form of a version in work, or of one to begin.

    `started` identifies the words that the writer began with: version, revision and content hash. What the desk posts
    has been merged (`merge_words`), and starts from the words of now; `conflicts` are what the merge left open, by
    names. A changed form that starts from other words, or has conflicts, is refused; it shows both texts (`theirs`),
    and saving again overwrites. An unchanged one never is.
    """

    started = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Version
        fields = WORDS
        widgets = {
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "body": Prose(attrs={"rows": 18}),
            "change_note": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {"body": _("Paragraphs with an empty line between them, or HTML.")}

    def __init__(self, data: Any, *, article: Article, language: str, conflicts: dict | None = None) -> None:
        edition = Edition.objects.filter(article=article.pk, language=language).first() if article.pk else None
        self.article, self.language = article, language
        self.version = edition and edition.versions.in_work().first()
        approved = edition is not None and edition.versions.exclude(approved_at=None).exists()
        self.open = self.version is not None or not approved
        self.changed = self.stale = False
        self.theirs = {name for name in WORDS if f"{language}-{name}" in (conflicts or {})}
        self.saved = _words_of(self.version)
        shown = self.saved | {"body": as_typed(self.saved["body"]), "started": self.now()}
        posted = data if data and f"{language}-started" in data else None
        super().__init__(posted, prefix=language, initial=shown, use_required_attribute=False)
        self.fields["headline"].required = False
        only_plain_text(self.fields[name] for name in WORDS)
        for name in WORDS:
            self.fields[name].widget.attrs["lang"] = tag_of(language)

    def now(self) -> str:
        """Return the value of `started` for the words as saved now."""
        edition = f"{self.version.pk}.{self.version.revision}" if self.version else "new"
        return f"{edition}.{_print(self.saved)}"

    def begins(self) -> str:
        """Return the `started` to print: as it was posted, unless both texts stand on the page."""
        return self.now() if self.stale or not self.is_bound else self.data[self.add_prefix("started")]

    def clean(self) -> Any:
        words = super().clean()
        started = words.get("started") or ""
        self.typed = {name: words.get(name, NOTHING[name]) for name in WORDS}
        self.changed = bool(self.errors) or _print(self.typed) != started.rpartition(".")[2]
        if self.changed:
            self._refuse(started)
        return words

    def _refuse(self, started: str) -> None:
        if not self.open:
            self.add_error(
                None, _("These words were approved or put away meanwhile. Begin a correction, and copy yours.")
            )
        elif self.theirs or started != self.now():
            self.stale, self.theirs = True, self.theirs or self._differing()
            sentence = _(
                "Somebody else changed these words meanwhile. Compare both: what you save now replaces theirs."
            )
            self.add_error(None, sentence)
        elif not self.typed["headline"] and "headline" not in self.errors:
            self.add_error("headline", _("Give the headline; the rest can follow."))

    def _differing(self) -> set[str]:
        shown = {name: self[name] for name in WORDS}
        return {name for name, bound in shown.items() if bound.field.has_changed(bound.initial, bound.data)}

    def save_through_deeds(self, *, by: User) -> None:
        """Write changed words by `begin` or `write`. Raise Refused as they do."""
        if not self.changed:
            return
        if self.version is None:
            deeds.begin(self.article, self.language, by=by, **self.typed)
        else:
            deeds.write(self.version, by=by, **self.typed)  # no `revision`: `started` was compared under the lock


def words_shown(article: Article) -> dict[str, dict]:
    """Return what the words' forms begin from: {language: {version, its last revision, words}}."""
    forms = [WordsForm(None, article=article, language=language) for language in LANGUAGES]
    return {form.language: _shown(form) for form in forms if form.open}


def _shown(form: WordsForm) -> dict:
    version = form.version
    number = revisions.last_number(version) if version else 0
    return {"version": version and version.pk, "number": number, "fields": form.saved}


def merge_words(merge: Merge, article: Article, shown: dict[str, dict]) -> None:
    """Merge the words that were posted with those of now. Where they were approved or put away, the form refuses."""
    for language in LANGUAGES:
        form, began = WordsForm(None, article=article, language=language), shown.get(language)
        started = form.add_prefix("started")
        if began is None or not form.open or started not in merge.posted or (began["version"] and not form.version):
            continue
        by = partial(_who_wrote, form.version, began["number"] if began["version"] else 0)
        called = str(dict(settings.LANGUAGES)[language])
        merge.fields(form, began, {"fields": form.saved}, of=called, by=by)
        merge.posted[started] = form.now()


def put_words(posted: QueryDict, article: Article, revision: Revision) -> None:
    """Post the words of now, and in one language those of an earlier revision."""
    version = revision.record if isinstance(revision.record, Version) else None
    for language in LANGUAGES:
        form = WordsForm(None, article=article, language=language)
        if version and version.language == language and not form.open:
            raise NotSaved(_("These words were approved. Begin a correction first."))
        if form.open:
            put(posted, form, revision.snapshot if version and version.language == language else {})
            posted[form.add_prefix("started")] = form.now()


def _who_wrote(version: Version, number: int, column: Any, now: Any) -> str:
    found = revisions.who(version, number, now, lambda snapshot: value_in(snapshot, column))
    return str(found or version.changed_by)


def _words_of(version: Version | None) -> dict:
    return {name: getattr(version, name) for name in WORDS} if version else dict(NOTHING)


def _print(words: dict) -> str:
    """Return a short content hash, equal for words that read the same, however the body was typed."""
    same = [str(words[name]).strip() for name in WORDS if name != "body"]
    return sha256("\0".join([*same, clean_body(as_typed(words["body"]))]).encode()).hexdigest()[:20]
