"""What lists of pairs and the pages of people, institutions and places say."""

from typing import Any

from newsroom.cooperation.models import Appearance
from newsroom.people.models import Tenure
from newsroom.places.models import Succession
from tests import factories
from tests.claims.case import PAIR, TEXT, Case, Entering, both, changed, hidden, later, text
from tests.claims.of_events import held, sent
from tests.claims.world import World, change

BODY = "institutions/port-office/"
ON_DAY = "people/ada-reed/?on=2012-06-01"


def port_office(it: World) -> Any:
    """Enter an institution of the home place."""
    names = {"name_en": "Port Office", "name_zh": "港务局", "slug": "port-office"}
    it.entered["body"] = factories.institution(place=it.home, **names)
    return it.entered["body"]


def tied(it: World) -> None:
    it.text("text", parties=(port_office(it), it.partner), kind="sector", signed="2001")


def represented(it: World) -> None:
    held()(it)
    it.entered["there"] = Appearance.objects.create(
        event=it.entered["event"], institution=port_office(it), person=factories.person(), parts=["attended"]
    )


def in_office(**term: Any) -> Entering:
    """Let Ada Reed be known as a signatory, and hold an office."""

    def enter(it: World) -> None:
        it.signatory()
        office = factories.office("Mayor", name_zh="市长", place=it.home)
        it.entered["tenure"] = Tenure.objects.create(person=it.somebody, office=office, **term)

    return enter


def met(it: World) -> None:
    """Let it be known where the two places lie, and let another pair of the home place have a stage."""
    change(it.home, country="CN")
    change(it.partner, country="NZ")
    change(it.third, country="DE")
    it.stage("other", of=factories.pair(it.home, it.third))


LISTS = (
    *(
        Case(
            "list.partners",
            met,
            page,
            en,
            zh,
            {
                "readers_do_not_see_the_other": hidden("other"),
                "the_other_continues_the_first": lambda it: change(it.entered["other"].pair, continues=it.pair),
                "another_one": lambda it: it.stage("more", of=factories.pair(it.home, factories.place(country="DE"))),
            },
        )
        for page, en, zh in (
            ("pairs/", "They involve 2 partners.", "结对伙伴共2个。"),
            ("", "2 partners", "2 个结对伙伴"),
        )
    ),
    *(
        Case(
            "list.countries",
            met,
            page,
            en,
            zh,
            {
                "readers_do_not_see_the_other": hidden("other"),
                "both_lie_in_one": lambda it: change(it.third, country="NZ"),
                "of_one_it_is_not_on_record": lambda it: change(it.third, country=""),
                "it_is_a_region_of_the_home_s_country": lambda it: (
                    change(it.third, country="HK") and change(it.partner, country="CN")
                ),
            },
        )
        for page, en, zh in (
            ("pairs/", "The partners lie in 2 countries and regions.", "对方分布在2个国家和地区。"),
            ("", "2 countries and regions", "2 个国家和地区"),
        )
    ),
    Case(
        "register.agreements",
        both(text(), lambda it: it.text("planned", state="planned", signed="2090")),
        "",
        "2 agreements on record",
        "2 项在册协议",
        {
            "readers_do_not_see_one": hidden("planned"),
            "another_one": lambda it: it.text("more"),
            "one_within_it": lambda it: it.text("within", part_of=it.entered["text"]),
        },
    ),
    Case(
        "list.events",
        lambda it: held("home")(it) or it.entered["event"].pairs.add(it.pair),
        "pairs/",
        "1 event",
        "活动1场",
        {
            "readers_do_not_see_it": hidden("event"),
            "it_was_called_off": changed("event", state="called-off"),
            "another_one": lambda it: held(slug="more")(it) or it.entered["event"].pairs.add(it.pair),
        },
    ),
    Case(
        "list.agreements",
        text(),
        "pairs/",
        "1 agreement",
        "共1项协议",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "it_is_a_bundle": changed("text", count=12),
        },
    ),
    Case(
        "list.events",
        both(held("home"), lambda it: it.sent(it.entered["event"], it.partner)),
        "pairs/",
        "1 event",
        "活动1场",
        {
            "readers_do_not_see_it": hidden("event"),
            "another_place_sent_them": lambda it: it.sends_instead(it.entered["event"]),
        },
    ),
    Case(
        "list.agreements",
        text(pairs=()),
        "pairs/",
        "1 agreement",
        "共1项协议",
        {
            "readers_do_not_see_it": hidden("text"),
            "another_place_is_the_party": lambda it: it.third_party(it.entered["text"]),
            "it_is_a_bundle": changed("text", count=12),
        },
    ),
    Case(
        "list.last-contact",
        text(signed="2001"),
        "pairs/",
        "last contact 2001",
        "最近往来2001年",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "another_place_is_the_party": lambda it: it.third_party(it.entered["text"]),
            "a_later_one": later("carries-out"),
        },
    ),
    Case(
        "pair.pause",
        both(text(signed="2001"), lambda it: it.text("more", signed="2012")),
        PAIR,
        "No entry here from 2002 to 2011",
        "2002年至2011年此处没有条目",
        {
            "an_entry_between": lambda it: it.text("between", signed="2007"),
            "the_first_may_be_of_a_later_year": changed("text", signed="2001/2010"),
            "one_of_an_unknown_day": lambda it: it.text("undated", signed=""),
            "one_from_before_that_may_be_of_then": lambda it: it.stage(reached="1999/"),
            "readers_do_not_see_the_second": hidden("more"),
        },
    ),
)

SIGNING = (
    Case(
        "signing.planned",
        text(state="planned", signed="2090-05-04"),
        TEXT,
        "Planned for 4 May 2090",
        "拟签日期 2090年5月4日",
        {"it_was_signed": changed("text", state="signed"), "it_was_initialled": changed("text", state="initialled")},
    ),
    Case(
        "signing.initialled",
        text(state="initialled", signed="2001-05-04"),
        TEXT,
        "Initialled on 4 May 2001",
        "草签日期 2001年5月4日",
        {"it_was_signed": changed("text", state="signed"), "it_is_planned": changed("text", state="planned")},
    ),
    Case(
        "signing.nobody-named",
        text(),
        TEXT,
        "Who signed it is not on record.",
        "签署人未见记载。",
        {
            "somebody_signed": lambda it: (
                it.entered["text"].parties.filter(place=it.home).update(signatory=factories.person())
            ),
            "an_office_is_told": lambda it: it.signed_as("Mayor", ""),
            "an_office_is_told_in_chinese": lambda it: it.signed_as("", "市长"),
            "it_is_planned": changed("text", state="planned"),
            "a_text_within_it_may_name_them": lambda it: it.text("within", part_of=it.entered["text"]),
        },
    ),
)

BODIES = (
    Case(
        "institution.tie",
        tied,
        BODY,
        "Rivermouth first on record 2001",
        "河口 最早记载于2001年",
        {
            "it_is_planned": changed("text", state="planned"),
            "it_is_of_a_kind_that_ties_nobody": changed("text", kind="notice"),
            "its_day_is_not_known": changed("text", signed=""),
        },
    ),
    Case(
        "institution.represented",
        both(represented, lambda it: it.text(parties=(it.entered["body"], it.partner))),
        BODY,
        "Represented at",
        "派员参加的活动",
        {
            "readers_do_not_see_the_event": hidden("event"),
            "it_was_called_off": changed("event", state="called-off"),
            "for_another_body": changed("there", institution=None),
            "they_only_sent_a_message": changed("there", parts=["message"]),
        },
    ),
    Case(
        "place.ended",
        both(text(), lambda it: change(it.partner, ended="2003")),
        "places/rivermouth/",
        "It ceased to exist in 2003 .",
        "已于 2003年 撤销。",
        {"no_end_is_on_record": lambda it: change(it.partner, ended="")},
    ),
    Case(
        "place.passed",
        both(text(), lambda it: Succession.objects.create(predecessor=it.partner, successor=it.third)),
        "places/rivermouth/",
        "It passed into Northport",
        "后由北港承继",
        {"no_successor_is_on_record": lambda it: Succession.objects.all().delete()},
    ),
    Case(
        "person.on-day",
        in_office(began="2010", ended="2014"),
        ON_DAY,
        "Held Mayor",
        "在任 市长",
        {
            "the_term_had_not_begun": changed("tenure", began="2013"),
            "the_term_may_have_begun": changed("tenure", began="2012"),
            "its_end_is_not_on_record": changed("tenure", ended=""),
            "it_was_over": changed("tenure", ended="2011"),
        },
    ),
    Case(
        "delegation.nobody-named",
        both(held(), sent("partner")),
        "delegations/sent-by-partner/",
        "Who travelled is not on record.",
        "代表团成员未见记载。",
        {
            "somebody_is_named": lambda it: Appearance.objects.create(
                delegation=it.entered["event"].delegations.get(), person=factories.person(), role="member"
            )
        },
    ),
)
