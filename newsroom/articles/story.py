"""Publication history of one story up to a moment, in both languages."""

from dataclasses import dataclass
from datetime import datetime

from newsroom.articles.models import Version
from newsroom.articles.states import is_correction
from newsroom.languages import LANGUAGES, Words


@dataclass(frozen=True)
class Story:
    """The versions of one article that began to be public by `at`, the oldest first."""

    versions: list[Version]
    at: datetime

    @classmethod
    def at_address(cls, year: int, slug: str, at: datetime) -> "Story":
        versions = Version.objects.once_public(at).filter(edition__article__year=year, edition__article__slug=slug)
        return cls(list(versions.with_article().order_by("edition__language", "number")), at)

    @classmethod
    def of(cls, article: int, at: datetime) -> "Story":
        """Return the story of the article with this primary key."""
        versions = Version.objects.once_public(at).filter(edition__article__pk=article)
        return cls(list(versions.with_article().order_by("edition__language", "number")), at)

    def shown_in(self, language: str) -> Version | None:
        """Return the version that is public in `language`, or None."""
        return next((one for one in self.versions if one.language == language and one.is_public(self.at)), None)

    def last_in(self, language: str) -> Version | None:
        """Return the version that was public last in `language`, still or withdrawn, or None."""
        return next((one for one in reversed(self.versions) if one.language == language), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which the story is public."""
        return tuple(language for language in LANGUAGES if self.shown_in(language))

    def corrections_in(self, language: str) -> list[dict]:
        """Return the corrections after the first publication, the newest first, each with moment and note."""
        noted = [one for one in reversed(self.versions) if one.language == language and is_correction(one)]
        return [{"at": one.public_from, "note": Words(one.change_note, language)} for one in noted]
