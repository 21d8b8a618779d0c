"""CSV and JSON export of the lists of people, institutions and places, with all that is known of their names.

The columns of a name: `name_original` is in the language whose tag (BCP 47) is `original_language`, `latin` says how
the Latin form is known, and a gloss is our own translation.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from newsroom.cooperation.registers import CHUNK, Register
from newsroom.languages import EN, ZH, Written, columns, name_itself
from newsroom.lists.initials import az_chunks
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from newsroom.places.regions import region_of

NAMES = ("name_zh", "name_en", "latin", "name_original", "original_language")


class NamedRegister(Register):
    """The list of all records of a `model` that readers see, A to Z. It has no index: `entries` are None."""

    model: ClassVar[type[Written]]
    stored: ClassVar[tuple[str, ...]]  # columns that are given as they are kept

    def keys(self, entries: None) -> Iterator[list[int]]:
        return az_chunks(self.model.objects.all, self.at, self.language, CHUNK)

    def loaded(self, keys: list[int]) -> dict:
        return self.model.objects.in_bulk(keys)

    def row(self, record: Any) -> dict:
        return {
            "address": self.absolute(record.address_in(self.language)),
            "name_zh": self.name(record, ZH),
            "name_en": self.name(record, EN),
            "latin": record.get_latin_display() if record.name_en else "",
            "name_original": record.name_original,
            "original_language": record.original_language,
            **{column: getattr(record, column) for column in self.stored},
        }

    def name(self, record: Any, language: str) -> str:
        return getattr(record, columns("name", language))


class People(NamedRegister):
    model = Person
    stored = ("surname_zh", "surname_en")
    columns = ("address", *NAMES, *stored, "honorific_zh", "honorific_en")

    def row(self, person: Person) -> dict:
        honorifics = {
            f"honorific_{code}": person.honorific_in(language) or "" for code, language in (("zh", ZH), ("en", EN))
        }
        return super().row(person) | honorifics


class Institutions(NamedRegister):
    model = Institution
    stored = ("gloss_zh", "gloss_en", "short_zh", "short_en")
    columns = ("address", *NAMES, *stored, "kind", "place")

    def loaded(self, keys: list[int]) -> dict:
        return Institution.objects.select_related("place").in_bulk(keys)

    def row(self, institution: Institution) -> dict:
        place = institution.place and str(name_itself(institution.place.name_in(self.language)))
        return super().row(institution) | {"kind": institution.get_kind_display(), "place": place or ""}


class Places(NamedRegister):
    model = Place
    stored = ("wikidata",)
    columns = ("address", *NAMES, *stored, "level", "longitude", "latitude", "ended")

    def name(self, place: Place, language: str) -> str:
        """Return the name; that of Hong Kong, Macao or Taiwan as the office's convention has it."""
        return str(place.own_name_in(language)) if region_of(place) else super().name(place, language)

    def row(self, place: Place) -> dict:
        where = {way: getattr(place, way) for way in ("longitude", "latitude")}
        degrees = {way: None if known is None else float(known) for way, known in where.items()}
        return super().row(place) | degrees | {"level": place.level_words(), "ended": str(place.ended or "")}
