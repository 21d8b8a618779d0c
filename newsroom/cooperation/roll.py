"""People as a page lists them, each once: delegations with everybody on them, and groups of others.

Appearances must be loaded by `with_people`.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import ngettext

from newsroom.cooperation.rows import named_entry, person_entry
from newsroom.languages import Words, figures, in_a_row, pick

FIRST = {"head": 0, "deputy": 1}


def appearance_entry(
    appearance: Any,
    language: str,
    *,
    here: Any = None,
    unsaid: Iterable[str] = (),
    under: Any = None,
    role_said: bool = False,
) -> dict:
    """Return a person with the offices printed that day, the role, the parts, for whom they stood, who stood for them.

    An unknown person has offices and no name. `here` is the row at the event of somebody on a delegation, which says
    the parts taken there. Left to the heading are the parts `unsaid`, the place or body that people stand `under`, and
    the role where it is said there.
    """
    someone = (
        person_entry(appearance.person, language)
        if appearance.person
        else {"name": "", "address": "", "original": None}
    )
    offices = pick(appearance.printed_zh, appearance.printed_en, language)
    stand_in, body = (here or appearance).represented_by, appearance.body
    return someone | {
        "offices": [offices] if offices else [],
        "part": part_of(appearance, here, unsaid, role_said=role_said),
        "stands_for": body_entry(body, language) if body and body != under else None,
        "represented_by": stand_in and person_entry(stand_in, language),
    }


def part_of(appearance: Any, here: Any = None, unsaid: Iterable[str] = (), *, role_said: bool = False) -> str:
    """Return a head's role and the parts, such as "head, spoke"; "" for a member and for who only attended."""
    at_event = here or appearance
    kept_back = {*unsaid, at_event.Part.ATTENDED, *([at_event.Part.REPRESENTED] if at_event.represented_by_id else [])}
    role = [appearance.get_role_display()] if appearance.role in FIRST and not role_said else []
    return in_a_row([*role, *at_event.parts_told(kept_back)])


def body_entry(body: Any, language: str) -> dict:
    """Return a place, or an institution by its short name if it has one, on behalf of which somebody was there."""
    return named_entry(body, language) | {"name": name_of(body, language)}


def name_of(body: Any, language: str) -> Words | None:
    return body.short_in(language) if hasattr(body, "short_in") else body.name_in(language)


def people(appearances: Iterable, language: str, *, here: dict[int, Any] | None = None, **heading: Any) -> dict:
    """Return {"heads": [entry, …], "members": [entry, …]} in order of precedence: heads, deputies, then the others.

    "heads" runs to the last who has more than a name, and is printed line by line; "members" is the roll after it.
    `here` are the rows at the event of those on a delegation, by person; `heading` is what the heading says of all.
    """
    in_order = sorted(appearances, key=lambda appearance: FIRST.get(appearance.role, len(FIRST)))
    here = here or {}
    entries = [appearance_entry(one, language, here=here.get(one.person_id), **heading) for one in in_order]
    more = ("offices", "part", "stands_for", "represented_by")
    last = max((place for place, entry in enumerate(entries) if any(entry[key] for key in more)), default=-1)
    return {"heads": entries[: last + 1], "members": entries[last + 1 :]}


def drop_repeated_originals(*groups: dict) -> None:
    """Drop the original of a name from all but its first mention in a page's `groups`, in place."""
    seen = set()
    for entry in (entry for group in groups for entry in (*group["heads"], *group["members"])):
        if (entry["name"], entry["address"]) in seen:
            entry["original"] = None
        seen.add((entry["name"], entry["address"]))


def company(delegation: Any, appearances: Iterable, language: str, *, here: Iterable = ()) -> dict:
    """Return a delegation with these `appearances` on it, as context of `components/record_card.html`.

    `here` are the appearances at the event at which it is told.
    """
    taken = {one.person_id: one for one in here if one.person_id}
    return {
        "name": delegation.name_in(language),
        "address": delegation.address_in(language),
        "size": size_of(delegation),
    } | people(appearances, language, here=taken)


def size_of(delegation: Any) -> str:
    """Return such as "9 people", or "" if it is not stated."""
    number = delegation.size or 0
    return ngettext("%(count)s person", "%(count)s people", number) % {"count": figures(number)} if number else ""
