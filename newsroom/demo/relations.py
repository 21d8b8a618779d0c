"""Stages and continuations of pairs in the demo data."""

from newsroom.cooperation.models import Agreement, Stage
from newsroom.demo.citing import cite
from newsroom.demo.names import checked, pairs
from newsroom.places.models import Pair
from newsroom.sources.models import Source


def lay_stages(story: dict, sources: dict[str, Source]) -> list[Stage]:
    """Create the story's stages, except kinds that a pair has already; return those that no agreement made."""
    laid = [_stage(dict(row), sources) for row in story.get("stages", [])]
    return [stage for stage in laid if stage and not stage.agreement]


def _stage(row: dict, sources: dict[str, Source]) -> Stage | None:
    (pair,) = pairs([row.pop("pair")])
    if pair.stages.filter(kind=row["kind"]).exists():
        return None
    cites, made_by = row.pop("cites", None), row.pop("agreement", None)
    agreement = Agreement.objects.get(slug=made_by) if made_by else None
    stage = checked(Stage(pair=pair, agreement=agreement, **row))
    cite(stage, sources, cites)
    return stage


def join_pairs(story: dict) -> None:
    """Set `continues` of the pairs that the story says took over another."""
    for row in story.get("continued", []):
        later, earlier = pairs([row["pair"], row["continues"]])
        Pair.objects.filter(pk=later.pk, continues=None).update(continues=earlier)
