"""Holds the page of a pair to the oracle."""

from datetime import date

from newsroom.dates import Day
from newsroom.languages import EN, LANGUAGES, ZH
from tests.claims import reading
from tests.claims.entering import NAMES, TODAY, Entered
from tests.claims.held_relations import hold_relations, sister_words
from tests.claims.oracle import MAY, NOT, OPEN, SURELY, Oracle, Span
from tests.claims.oracle_states import States, by_its_term, term_of
from tests.claims.reading import Silence

HELD = (
    *("visits", "no_visit", "scope", "agreements", "no_agreement", "none_in_force"),
    *("relation", "no_relation", "last", "list"),
)
OVER = {"expired", "renewed", "replaced", "ended", "ended-early", None}


class Of:
    """The page of one pair, and what the oracle says of the two."""

    def __init__(self, client, entered: Entered, number: int) -> None:
        self.client, self.entered, self.number = client, entered, number
        self.oracle = Oracle(entered.world, TODAY)
        self.states = States(self.oracle)
        two = entered.world.twos[number]
        self.a, self.b = two.one, two.other

    def hold(self) -> None:
        self.pair = self.entered.pairs[self.number]
        self.pages, self.contexts = {}, {}
        for language in LANGUAGES if not self.number else (EN,):  # one page of both languages tells of all
            answer = reading.page_of(self.client, f"pairs/{self.pair.slug}/", language)
            if answer.status_code == 404 and self.number:
                return
            names = [name[language == ZH] for name in NAMES]
            self.pages[language] = reading.pair_page(answer, language, names)
            self.contexts[language] = answer.context
        self.page, self.context = self.pages[EN], self.contexts[EN]
        self.note = self.page.relation[1] if self.page.relation else ""
        self.hold_alike(self.page, self.pages.get(ZH, self.page))
        self.said = {one.what: one for one in self.page.silences if one.what != "no-visit"}
        for name in HELD:
            getattr(self, f"hold_{name}")()
        hold_relations(self)

    def hold_alike(self, english: reading.PairPage, chinese: reading.PairPage) -> None:
        assert set(english.silences) == set(chinese.silences)
        assert (english.visits, english.agreements, english.by_status, english.note) == (
            chinese.visits,
            chinese.agreements,
            chinese.by_status,
            chinese.note,
        )

    def hold_visits(self) -> None:
        numbers = {there: self.oracle.number_of_visits(here, there) for here, there in self.ways()}
        assert self.page.visits == {there: number for there, number in numbers.items() if number}
        assert self.page.visits_in_all == sum(numbers.values())

    def ways(self):
        return (self.b, self.a), (self.a, self.b)

    def hold_no_visit(self) -> None:
        for here, there in self.ways():
            said = [one for one in self.page.silences if (one.what, one.place) == ("no-visit", there)]
            since = self.oracle.whole_since(self.number)
            start = date(since, 1, 1) if since else date.min
            answers = self.oracle.visits_after(here, there, start)
            # Of a relation that is over it is not told that nobody came lately.
            is_past = "ended" in self.states.relations(self.number) and self.oracle.visits(here, there)
            if not answers - {NOT} and not is_past:
                of_all = (None, (since or 0) - 1)
                assert said and said[0].year in of_all, f"it is not said that there was no visit to {there}"
            for one in said:
                after = date(one.year + 1, 1, 1) if one.year else date.min
                found = self.oracle.visits_after(here, there, max(start, after))
                assert not found & {SURELY, MAY}, f"there was a visit: {one}"
                if one.year:
                    days = [(Span.of(event.held), event) for event in self.oracle.visits(here, there)]
                    assert max(span.hi.year for span, _event in days) == one.year, one
                    stated = [span for span, event in days if not event.inferred and one.year in first_years(span)]
                    assert one.inferred is not bool(stated), one

    def hold_scope(self) -> None:
        since, first = self.oracle.whole_since(self.number), self.oracle.first_year()
        scope = ("whole", since) if since else ("begin", first) if first else ("site", None)
        assert {one.scope for one in self.page.silences if one.scope} <= {scope}

    def hold_agreements(self) -> None:
        texts = self.oracle.signed_of_the_two(self.a, self.b)
        numbers = {number: self.oracle.number_of_texts(number, texts) for number in texts}
        assert self.page.agreements == sum(numbers.values())
        for status, number in self.page.by_status.items():
            allowed = {one: self.states.statuses(one)[0] for one in texts}
            meant = {status, "term-over"} if status == "undated" else {status}
            least = sum(numbers[one] for one in texts if allowed[one] <= meant)
            most = sum(numbers[one] for one in texts if allowed[one] & meant)
            assert least <= number <= most, f"{number} {status}"

    def hold_no_agreement(self) -> None:
        answers = {self.oracle.is_text_near(one, self.a, self.b) for one in self.oracle.texts.values()}
        if not answers - {NOT}:
            assert "no-agreement" in self.said
        if "no-agreement" in self.said:
            assert not answers & {SURELY, MAY}

    def hold_none_in_force(self) -> None:
        texts = self.oracle.signed_of_the_two(self.a, self.b)
        statuses = {one: self.states.statuses(one)[0] for one in texts}
        said = self.said.keys() & {"none-in-force", "ran-out"} or self.page.note in ("none-in-force", "relation-stands")
        near = {
            number: self.oracle.is_text_near(one, self.a, self.b)
            for number, one in self.oracle.texts.items()
            if number not in texts
        }
        if said:
            self.hold_over(statuses, near)
        sure = texts and all(allowed <= {"expired", "ended", "ended-early"} for allowed in statuses.values())
        if sure and set(near.values()) <= {NOT}:
            assert said, "nothing is in force"
        if "ran-out" in self.said:
            self.hold_ran_out(self.said["ran-out"], statuses)
        if self.page.note == "relation-stands":
            assert self.states.relations(self.number) - {None, "ended"}

    def hold_over(self, statuses: dict, near: dict[int, str]) -> None:
        assert statuses
        for one, allowed in statuses.items():
            assert allowed & (OVER | {"ahead"}), f"text {one} is not over: {allowed}"
        for number, answer in near.items():
            left = self.states.statuses(number)[0]
            if answer in (SURELY, MAY) and not left & (OVER | {"ahead", "planned", "initialled"}):
                sure = by_its_term(self.entered.world.texts[number], TODAY)[0] <= OVER | {"ahead"}
                assert left == {"overdue"} and sure, f"text {number} near both: {left}"

    def hold_ran_out(self, said: Silence, statuses: dict) -> None:
        ends = [term_of(self.entered.world.texts[one]) for one, allowed in statuses.items() if "expired" in allowed]
        ends = [one for one in ends if one.end]
        assert ends and max(one.end for one in ends).year == said.year

    def hold_relation(self) -> None:
        allowed = self.states.relations(self.number)
        fact = self.page.relation
        if fact is None or fact[0] == "not on record":
            assert None in allowed, f"the relation is {allowed}"
            return
        words = {
            "contact": "Contact",
            "domestic": "Domestic pairing",
            "friendly-exchange": "Friendly exchange",
            "ended": "Ended",
            "sister-city": sister_words(*(self.entered.world.spots[place] for place in (self.a, self.b)))[0],
        }
        kind = {word: kind for kind, word in words.items()}[fact[0]]
        assert kind in allowed, f"{fact} is none of {allowed}"
        self.hold_since(kind, fact[1])

    def hold_since(self, kind: str, note: str) -> None:
        steps = self.states.lineage_steps(self.number)
        days = {""}
        for one in steps:
            if kind == one.kind and one.reached:
                days.add(since(one.reached, one.inferred))
            if kind == "ended" and one.kind in ("ended", "taken-over") and one.reached:
                days.add(Day.parse(one.reached).placed(EN) + (" (inferred)" if one.inferred else ""))
        if kind == "ended":
            days |= {Day.parse(one.ended).placed(EN) for one in self.entered.world.spots if one.ended}
        assert any(
            note == day
            or note.startswith((f"{day}, ", f"{day} · "))
            or (day == "" and note.startswith(("with ", "first with ", "by ", "continued by ")))
            for day in days
        ), f"{note!r}: {days}"

    def hold_no_relation(self) -> None:
        # What an earlier pair had become is none of theirs where it had ended before it could be carried on.
        ended_before = None in self.states.relations(self.number)
        theirs = self.states.steps(self.number) if ended_before else self.states.lineage_steps(self.number)
        begun = [one for one in theirs if self.may_have_begun(one)]
        near = [
            one
            for number, two in enumerate(self.entered.world.twos)
            if self.oracle.is_pair_near(number, self.a, self.b)
            for one in self.states.steps(number)
        ]
        texts = [(one, self.oracle.is_text_near(one, self.a, self.b)) for one in self.oracle.texts.values()]
        made = [
            one for one, answer in texts if answer in (SURELY, MAY) and one.kind in ("sister-city", "friendly-exchange")
        ]
        said = "no-relation" in self.said
        in_the_facts = self.page.relation is not None and self.page.relation[0] == "not on record"
        assert in_the_facts or not said
        assert said or not in_the_facts or [one for one in self.states.lineage_steps(self.number) if not one.hidden]
        said = in_the_facts
        if said:
            assert not [one for one in begun if Span.of(one.reached).hi <= TODAY or not one.reached]
            assert not [one for one in near if self.may_have_begun(one)]
            assert not made
        if not near and not self.states.lineage_steps(self.number) and all(answer == NOT for _one, answer in texts):
            assert said

    def hold_list(self) -> None:
        """Hold the line of the list to the page of the two, and its number of events to the oracle too."""
        line = reading.line_of(self.client, self.pair.slug)
        last = "" if self.page.last is None or self.page.last[0] == "not on record" else self.page.last[0]
        assert line.agreements == self.page.agreements
        assert line.events == self.page.events
        assert bool(line.last) == bool(last) and line.last in last, f"{line.last} in the list, {last} on the page"
        answers = [self.oracle.event_answer(one, self.number) for one in self.oracle.events]
        assert answers.count(SURELY) <= line.events <= len(answers) - answers.count(NOT)

    def may_have_begun(self, one) -> bool:
        return Span.of(one.reached).lo <= TODAY

    def hold_last(self) -> None:
        contacts = self.oracle.contacts(self.a, self.b)
        sure = [span for answer, span in contacts if answer == SURELY]
        last = self.page.last
        if last is None:
            assert contacts, "it is not said that there was no contact"
            assert not [span for span in sure if span.is_known and span.lo > date.min], "the last contact is not said"
            return
        if last[0] == "not on record":
            assert not sure, "there was a contact"
            return
        days = {Day.parse(one.held).printed(EN): Span.of(one.held) for one in self.oracle.events if one.held}
        days |= {
            Day.parse(one.signed).printed(EN): Span.of(one.signed) for one in self.oracle.texts.values() if one.signed
        }
        told = days[last[0].removesuffix(" (inferred)")]
        assert told in [span for answer, span in contacts if answer != OPEN], f"no contact on {last}"
        assert not [span for span in sure if span.is_known and span.lo > told.hi], f"a later contact than {last}"


def first_years(span: Span) -> set[int]:
    """Return the year in which something of these days began, as far as known."""
    return {span.lo.year if span.lo > date.min else span.hi.year}


def since(text: str, inferred: bool) -> str:
    day = Day.parse(text)
    if day.end and day.is_range:
        words = f"since {Day(day.end, day.end).printed(EN)} at the latest"
    elif day.is_range:
        words = f"since {Day(day.begin, day.begin).printed(EN)}"
    else:
        words = f"since {day.printed(EN)}"
    return words + (" (inferred)" if inferred else "")
