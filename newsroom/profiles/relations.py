"""Relation of a pair in words."""

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from newsroom.cooperation.definitions import of_kind
from newsroom.cooperation.models import Stage
from newsroom.cooperation.relation import Relation
from newsroom.cooperation.wording import placed, since, sister_word
from newsroom.dates import marked_inferred
from newsroom.languages import Words, fold
from newsroom.places.marks import pair_mark
from newsroom.places.models import Pair


def pair_row(pair: Pair, relation: Relation, language: str) -> dict:
    """Return a pair as a list row: its mark, and its relation as `relation_words` says it."""
    return (
        pair_mark(pair, language)
        | relation_words(pair, relation, language)
        | {"kind": relation.kind, "about": of_kind(relation.kind), "partner_key": pair.in_order(language)[1].pk}
    )


def relation_words(pair: Pair, relation: Relation, language: str) -> dict:
    """Return {"relation", "local": the local word or None, "common", "when"}: such as "Sister cities", "since 1998".

    The relation's word follows the levels of the two places; it is "common" beside a local word that does not hold it.
    A local word known in the other language alone stands among the pair's stages only.
    "when" of an ended relation is the day of its end.
    """
    with override(language):
        word = word_of(pair, relation.kind)
        when = _ending(relation) if relation.is_over else _standing(pair, relation, language)
    local = relation.stage.word_in(language) if relation.stage and not relation.is_over else None
    if local and local.foreign_to(language):
        local = None
    common = "" if local and fold(word) in fold(local) else word
    return {"relation": Words(word, language) if word else "", "local": local, "common": common, "when": when}


def word_of(pair: Pair, kind: str) -> str:
    """Return the common word for a kind of stage between these two places; "" for none."""
    if kind == Stage.Kind.SISTER_CITY:
        return sister_word(pair.first, pair.second)
    return str(Stage.Kind(kind).label) if kind else ""


def _ending(relation: Relation) -> str:
    return placed(relation.until, inferred=relation.inferred) if relation.until else ""


def _standing(pair: Pair, relation: Relation, language: str) -> str:
    """Return such as "since 1998, with Eastford until 2003"."""
    first = relation.earlier[0].relation if relation.earlier else relation
    said = [since(first.since, inferred=first.inferred)] if first.since else []
    for time in relation.earlier:
        words = {"place": former_partner(time.pair, pair, language)}
        if time.until:
            words["day"] = marked_inferred(time.until.running(language), time.inferred)
            said.append(_("with %(place)s until %(day)s") % words)
        else:
            said.append(_("first with %(place)s") % words)
    return pgettext("between clauses", ", ").join(said)


def former_partner(pair: Pair, beside: Pair, language: str) -> str:
    """Return the places of `pair` that are not in `beside`, by name; both where they share none or all."""
    shared = {beside.first_id, beside.second_id}
    apart = [place for place in pair.in_order(language) if place.pk not in shared]
    named = apart if len(apart) == 1 else pair.in_order(language)
    return " – ".join(place.name_in(language) for place in named)
