"""Holds the pages of agreements, events, people and stories to the oracle."""

import json
import re
from datetime import date
from typing import Any

from newsroom.languages import EN, ZH
from tests.claims import reading
from tests.claims.drawn_records import Happening
from tests.claims.entering import TODAY, Entered
from tests.claims.oracle import ABSENT, OPEN, SURELY, UNSIGNED, Oracle, Span
from tests.claims.oracle_states import States

THEN = date(2010, 6, 15)
STATUS_AT = {EN: r"On the record Status (.+?) As of ", ZH: r"相关记录 状态 (.+?) 截至 "}


def hold_text(client, entered: Entered, number: int, languages: tuple[str, ...]) -> None:
    states = States(Oracle(entered.world, TODAY))
    allowed, inferred = states.statuses(number)
    for language in languages:
        words = reading.words_of(reading.page_of(client, f"agreements/text-{number}/", language))
        found = re.search(STATUS_AT[language], words)
        status, marked = reading.status_in(found[1], language) if found else (None, False)
        assert status in allowed, f"text {number} is {status}, not {allowed}"
        assert marked in inferred or status is None, f"text {number} {status} inferred: {marked}"
    if number % 2:  # a second page of every other text is enough
        return
    words = reading.words_of(reading.page_of(client, f"agreements/text-{number}/?on={THEN}", EN))
    found = re.search(STATUS_AT[EN], words)
    status, _marked = reading.status_in(found[1], EN) if found else (None, False)
    then = states.statuses_then(number, THEN)
    assert status in then, f"on {THEN} text {number} is {status}, not {then}"


# The words over people, by what they say of them.
THERE = {
    EN: r"Received by|Hosts|Guests|Also present|Taking part|From .+",
    ZH: r"接待|会见|主方|客方|主人|来宾|其他在场人士|参加|出席|.+方面",
}
MESSAGE, REPRESENTED = {EN: "Sent a message", ZH: "致贺信"}, {EN: "Represented", ZH: "委托他人出席"}


def hold_event(client, entered: Entered, event: Happening, languages: tuple[str, ...]) -> None:
    """Hold the page of one event: who is said to have been there, to have received others, to have written."""
    oracle = Oracle(entered.world, TODAY)
    there = {name_of(event, order) for order in oracle.present(event)}
    travelled = {f"Traveller {number}" for number in event.received} if event.state == "took-place" else set()
    for language in languages:
        answer = reading.page_of(client, f"events/event-{event.number}-drawn/", language)
        assert machines_are_told(answer) == there | travelled
        groups = {str(group["title"]): names_in(group) for group in answer.context["groups"]}
        told = [name for names in groups.values() for name in names]
        assert sorted(told) == sorted(name_of(event, order) for order in range(len(event.people)))
        if language == EN:
            hold_groups(event, groups, there)


def hold_groups(event: Happening, groups: dict[str, list[str]], there: set[str]) -> None:
    for title, names in groups.items():
        if title == "Named beforehand":
            assert event.state != "took-place"
        elif title in ("Sent a message", "Represented"):
            part = "message" if title == "Sent a message" else "represented"
            parts = [one.parts for order, one in enumerate(event.people) if name_of(event, order) in names]
            assert all(set(one) <= ABSENT and part in one for one in parts)
        else:
            assert set(names) <= there, f"{title}: {names}"
        if title == "Received by":
            assert len(event.received) == 1
        if title == "Hosts":
            assert len(event.received) > 1
        if title in ("Received by", "Hosts"):
            hosts = {name_of(event, order) for order, one in enumerate(event.people) if "hosted" in one.parts}
            assert set(names) <= hosts, f"{title}: {names}"


def name_of(event: Happening, order: int) -> str:
    return f"Person {event.number}{order}"


def names_in(group: dict) -> list[str]:
    return [str(one["name"]) for one in (*group["heads"], *group["members"])]


def machines_are_told(answer) -> set[str]:
    """Return the names of those who attended, as structured data has them."""
    found = re.findall(r'(?s)<script type="application/ld\+json"[^>]*>(.*?)</script>', answer.content.decode())
    parts = [part for one in found for part in listed(json.loads(one))]
    return {one["name"] for part in parts for one in part.get("attendee", [])}


def listed(data: Any) -> list[dict]:
    if isinstance(data, list):
        return data
    return data.get("@graph", [data])


def hold_person(client, entered: Entered, event: Happening) -> None:
    """Hold the pages of those who were at an event: nobody is said to have done there what the absent do not."""
    oracle = Oracle(entered.world, TODAY)
    there = oracle.present(event)
    absent = {order for order, one in enumerate(event.people) if set(one.parts) <= ABSENT}
    for order, one in enumerate(event.people):
        answer = reading.page_of(client, f"people/person-{event.number}{order}/", EN)
        (row,) = answer.context["appearances"]
        said = str(row["as"]).casefold()
        for word in ("attended", "spoke", "hosted"):
            assert word not in said or (order in there and word in one.parts), f"{one}: {said}"
        for part, word in (("message", "sent a message"), ("represented", "was represented")):
            assert word not in said or part in one.parts, f"{one}: {said}"
        assert ("for " in said) is (one.stood is not None and (event.state == "took-place" or order in absent)), said
        assert answer.context["held"] is (one.office is not None), f"{one}: an office is on record"


VISIT = {EN: ("Visit", "Visit announced", "Visit called off"), ZH: ("访问", "预告的访问", "已取消的访问")}
STATES = ("took-place", "announced", "called-off")
KICKER = {EN: r"News ?(.*?) ?Headline ", ZH: r"新闻 ?(.*?) ?标题 "}
TEXTS = {EN: r"(\d+) agreements?", ZH: r"(\d+)项协议"}


def hold_story(client, entered: Entered, languages: tuple[str, ...]) -> None:
    """Hold the line over a story that reports every event and agreement of the world."""
    oracle = Oracle(entered.world, TODAY)
    visits = [(STATES.index(one.state), oracle.told_as_visit(one)) for one in oracle.events]
    sure = min((state for state, answer in visits if answer == SURELY), default=len(STATES))
    allowed = {state for state, answer in visits if answer == OPEN and state < sure} | {sure}
    begun = min((Span.of(event.held).lo for event in oracle.events), default=date.min)
    here = {event.number for event in oracle.events}
    texts = {
        number: one
        for number, one in oracle.texts.items()
        if one.state not in UNSIGNED and (one.event in here or Span.of(one.signed).hi >= begun)
    }
    number = sum(oracle.number_of_texts(one, texts) for one in texts)
    for language in languages:
        words = reading.words_of(reading.page_of(client, "news/2019/told/", language))
        found = re.search(KICKER[language], words)
        assert found, words[:300]
        kicker = found[1]
        said = next((state for state in (1, 2, 0) if VISIT[language][state] in kicker), len(STATES))
        assert said in allowed, f"{kicker!r}: {allowed}"
        counted = re.search(TEXTS[language], kicker)
        assert (int(counted[1]) if counted else 0) == number, f"{kicker!r}: {number}"
