"""What the page of a pair prints of its loaded, public records. Asks the database nothing."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from newsroom.places import history
from newsroom.places.facts import facts, gaps
from newsroom.places.marks import pair_mark, twin_head


def pair_page(
    pair, *, events: Sequence, agreements: Sequence, stages: Sequence, language: str, day: date
) -> dict[str, object]:
    """Return the context of `places/pair.html` that follows from the records; `day` decides what is in force."""
    records = {"events": events, "agreements": agreements, "stages": stages}
    mark = pair_mark(pair, language)
    return {
        "pair": mark,
        **twin_head(pair, language),
        "facts": facts(pair, **records, language=language, day=day),
        "gaps": gaps(pair, **records, language=language),
        "sides": {
            "home": _("In %(place)s") % {"place": mark["home"]},
            "away": _("In %(place)s") % {"place": mark["partner"]},
        },
        "years": history.timeline(pair, **records, language=language, day=day),
        "agreements": [agreement.row_in(language, day) for agreement in agreements],
        "follow_ups": history.follow_ups(agreements, language),
        "citations": [one.entry_in(language) for stage in stages for one in stage.citations.all()],
        "institutions": history.tied(agreements, language),
    }
