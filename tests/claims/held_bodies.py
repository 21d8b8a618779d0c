"""Holds the pages of institutions to the definitions: with whom each is tied, and where somebody stood for it."""

from tests.claims import reading
from tests.claims.drawn_records import Ref, Text
from tests.claims.entering import NAMES, TODAY, Entered
from tests.claims.oracle import UNSIGNED, Oracle, Span

SAYING = ("intent", "minutes", "declaration", "notice", "statement", "application", "other")  # these tie nobody


def hold_body(client, entered: Entered, number: int, language: str) -> None:
    oracle, me = Oracle(entered.world, TODAY), ("body", number)
    expected = {name: partners(oracle, me, joined=name == "members") for name in ("ties", "members")}
    answer = reading.page_of(client, f"institutions/body-{number}/", language)
    if answer.status_code == 404:
        assert not any(expected.values()), f"readers do not see body {number}"
        return
    for name, texts_by_partner in expected.items():
        rows = {row["address"].split("/")[-2]: row for row in answer.context[name]}
        assert {key: row["number"] for key, row in rows.items()} == {
            slug_of(one): len(texts) for one, texts in texts_by_partner.items()
        }
        for one, texts in texts_by_partner.items():
            hold_first(str(rows[slug_of(one)]["first"]), texts)
    there = {event.number for event in oracle.events if stood_for(oracle, event, me)}
    assert {row["address"] for row in answer.context["took_part"]} == {
        f"/{reading.prefix_of(language)}/events/event-{event}-drawn/" for event in there
    }


def partners(oracle: Oracle, me: Ref, *, joined: bool) -> dict[Ref, list[Text]]:
    """Return {partner: the signed texts that tie it}; those of a network that it joined by accession apart."""
    found: dict[Ref, list[Text]] = {}
    for text in oracle.texts.values():
        ties = me in text.parties and text.state not in UNSIGNED and text.kind not in SAYING
        is_joining = oracle.world.bodies[me[1]].kind == "network" and text.kind == "accession"
        if ties and text.following != "ends" and is_joining is joined:
            for one in text.parties:
                if one != me and one[0] != "words":
                    found.setdefault(one, []).append(text)
    return found


def hold_first(said: str, texts: list[Text]) -> None:
    """The earliest day is told where the days of all texts are known, and is marked as its record marks it."""
    if not all(text.signed for text in texts):
        assert not said, f"one of unknown day may be the first: {said}"
        return
    first = min(Span.of(text.signed).lo for text in texts)
    assert str(first.year) in said, f"{first}: {said}"
    alike = {text.signed_inferred for text in texts if Span.of(text.signed).lo == first}
    assert ("(inferred)" in said or "（推定）" in said) in alike, said


def stood_for(oracle: Oracle, event, me: Ref) -> bool:
    return any(event.people[order].stood == me for order in oracle.present(event))


def slug_of(ref: Ref) -> str:
    return f"body-{ref[1]}" if ref[0] == "body" else NAMES[ref[1]][0].lower()
