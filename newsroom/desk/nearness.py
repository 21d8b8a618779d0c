"""Order of autocomplete results: the exact name first, then names that begin so, then the rest, the slug last."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

OTHER_NAMES = "other_names"  # one name a line
SLUGS = ("slug", "reverse_slug")


def nearest_first(found: QuerySet, columns: Iterable[str], term: str) -> QuerySet:
    """Return the results ordered by how near a name in `columns` is to `term`; equals keep their order.

    `columns` are an admin's `search_fields`; the order looks at the record's own names among them. Letter case is
    ignored as far as the database does: on SQLite for ASCII.
    """
    names = [column for column in columns if "__" not in column and column not in SLUGS]
    if not names or not term.strip():
        return found
    term = term.strip()
    main = [name for name in names if name != OTHER_NAMES]
    ranks = [
        _any(main, "iexact", term),
        _other_name(term) if OTHER_NAMES in names else None,
        _any(main, "istartswith", term),
        _any(main, "icontains", f" {term}"),
        _any(names, "icontains", term),
    ]
    whens = [When(rank, then=Value(place)) for place, rank in enumerate(ranks) if rank]
    nearness = Case(*whens, default=Value(len(ranks)), output_field=IntegerField())
    return found.annotate(nearness=nearness).order_by("nearness", *found.query.order_by)


def _any(names: list[str], lookup: str, term: str) -> Q | None:
    return reduce(or_, (Q(**{f"{name}__{lookup}": term}) for name in names)) if names else None


def _other_name(term: str) -> Q:
    """Filter records of which one line of the other names is the term; a browser ends a line by CR LF."""
    lines = [("iexact", term), ("iendswith", f"\n{term}")]
    for end in ("\n", "\r\n"):
        lines += [("istartswith", f"{term}{end}"), ("icontains", f"\n{term}{end}")]
    return reduce(or_, (Q(**{f"{OTHER_NAMES}__{lookup}": words}) for lookup, words in lines))
