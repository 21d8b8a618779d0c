"""Marker words: a unique one for each hidden thing, written into all of its text columns."""

from django.db import models

from newsroom.articles.models import Version
from newsroom.cooperation.choices import ChoicesField
from newsroom.dates import DayField

LONGEST = 20
ADDRESSES = {"token", "file_zh", "file_en"}  # secret addresses of files: the file has the words


class Hush:
    """Creates unique marker words, and maps each to what it hides."""

    def __init__(self):
        self.hidden: dict[str, str] = {}

    def word(self, what: str) -> str:
        """Return a new marker word for `what`: short enough for every column, and no substring of another."""
        word = f"hush{len(self.hidden):03d}q"
        self.hidden[word] = what
        return word

    def meaning_of(self, value: str) -> str:
        """Return what the marker word in `value` hides, else `value`: a key that is stable when words are added."""
        return next((what for word, what in self.hidden.items() if word in value or slug_of(word) in value), value)

    def found_in(self, text: str, but: set[str]) -> set[str]:
        """Return the hidden things in the text, except those of the words in `but`."""
        told = text.casefold()
        words = {form: what for word, what in self.hidden.items() for form in (word, slug_of(word))}
        return {f"{word}, {what}" for word, what in words.items() if word in told and word not in but}


def texts_of(model: type[models.Model]) -> list[models.Field]:
    """Return the columns of a model that hold free text."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not isinstance(field, DayField | ChoicesField)
        and (field.max_length is None or field.max_length >= LONGEST)
    ]


def slug_of(word: str) -> str:
    """Return the marker word for slugs. It differs, since a response may repeat its own address."""
    return word.replace("hush", "mute")


def told(field: models.Field, word: str) -> str:
    if isinstance(field, models.URLField):
        return f"https://example.org/{word}"
    return word


def fill(record: models.Model, word: str) -> models.Model:
    """Write the word into every text column of a record, bypassing deeds."""
    words = {field.name: told(field, word) for field in texts_of(type(record)) if may_hold(record, field.name)}
    for name in {"slug", "reverse_slug"} & set(words):
        words[name] = f"{slug_of(word)}-{name[0]}{record.pk}"
    if isinstance(record, Version):
        words["body"] = f"<p>{word}</p>"
    if hasattr(record, "original_language"):
        words["original_language"] = "de"
    if words:
        type(record)._base_manager.filter(pk=record.pk).update(**words)
        record.refresh_from_db()
    return record


def may_hold(record: models.Model, column: str) -> bool:
    """Return whether the column may have text: a row that links a record has no words of its own."""
    is_record = any(getattr(record, key, None) for key in ("place_id", "institution_id", "person_id"))
    return not (column.startswith("words_") and is_record) and column not in ADDRESSES
