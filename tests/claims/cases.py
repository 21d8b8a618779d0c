"""For each claim the fewest records that make it appear, and each single change that makes it vanish."""

from typing import Any

from newsroom.masthead.models import SiteSettings
from tests import factories
from tests.claims.case import PAIR, Case, Entering, both, changed, hidden, later, text
from tests.claims.of_agreements import EARLIER, FOLLOWING, RELATIONS, STATUSES, TERMS
from tests.claims.of_events import NAMES, PERSON, PRESENCE
from tests.claims.of_profiles import BODIES, LISTS, SIGNING
from tests.claims.world import World, change
from tests.pages_records.conftest import released


def visited(to: str = "home", sender: str = "partner", **facts: Any) -> Entering:
    """Release a visit of one of the two to the other, in 2015."""

    def enter(it: World) -> None:
        event = factories.event(held="2015", **facts)
        event.places.set([getattr(it, to)])
        it.sent(event, getattr(it, sender))
        it.entered["visit"] = released(event)

    return enter


PAIRS = (
    Case(
        "pair.relation",
        lambda it: it.stage(kind="contact", reached=""),
        PAIR,
        "Relation Contact",
        "关系 建立联系",
        {"readers_do_not_see_it": hidden("stage"), "it_is_ahead": changed("stage", reached="2080")},
    ),
    Case(
        "pair.no-relation",
        lambda it: None,
        PAIR,
        "No formal relation between the two is on record.",
        "未见两地正式结好的记载。",
        {
            "a_stage": lambda it: it.stage(kind="contact"),
            "a_stage_of_their_districts": lambda it: it.stage(of=it.districts()),
            "a_text_that_may_have_made_one": text(kind="sister-city"),
        },
    ),
    Case(
        "pair.continued",
        lambda it: it.succeeded(),
        PAIR,
        "continued by Northport",
        "由北港承接",
        {
            "nothing_continues_it": lambda it: change(it.entered["successor"], continues=None),
            "the_relation_is_not_over": lambda it: change(it.partner, ended=""),
        },
    ),
    Case(
        "pair.earlier",
        lambda it: it.succeeded(),
        "pairs/harbourton-northport/",
        "with Rivermouth until 2003",
        "至2003年为与河口的结对",
        {
            "it_continues_nothing": lambda it: change(it.entered["successor"], continues=None),
            "the_earlier_one_has_no_stage": hidden("stage"),
        },
    ),
    Case(
        "pair.visits",
        visited(),
        PAIR,
        "Visits on record 1 1 to Harbourton",
        "有记载的访问 1 到访海州1次",
        {
            "readers_do_not_see_it": hidden("visit"),
            "it_was_called_off": changed("visit", state="called-off"),
            "it_was_online": changed("visit", mode="online"),
            "it_was_elsewhere": lambda it: it.entered["visit"].places.set([it.third]),
            "nobody_came": lambda it: it.unsent(it.entered["visit"]),
            "an_embassy_sent_them": lambda it: it.sent_by_embassy(it.entered["visit"]),
        },
    ),
    Case(
        "pair.no-visit",
        lambda it: None,
        PAIR,
        "No visit to Rivermouth is found in the records of this site.",
        "在本站记录中，未见到访河口的记载。",
        {
            "a_visit": visited("partner", "home"),
            "a_visit_of_a_district": lambda it: visited("partner", "part")(it.with_part()),
            "another_scope": visited(),
        },
    ),
    Case(
        "pair.scope",
        lambda it: SiteSettings.objects.update(whole_since=2010),
        PAIR,
        "in the records from 2010 on, which are whole",
        "在2010年以来的完整记录中",
        {
            "the_office_does_not_say_so": lambda it: SiteSettings.objects.update(whole_since=None),
            "it_says_otherwise_of_the_pair": lambda it: change(it.pair, whole_since=2015),
        },
    ),
    Case(
        "pair.agreements",
        text(term="/2090"),
        PAIR,
        "Agreements 1 1 in force Last contact",
        "协议 1 1项有效 最近往来",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "it_expired": changed("text", term="/2010"),
            "it_is_a_bundle": changed("text", count=5),
            "another_one": lambda it: it.text("more"),
        },
    ),
    Case(
        "pair.agreements",
        both(text(term="/2010"), later("extends", term="/2090")),
        PAIR,
        "Agreements 2 1 in force, 1 extended Last contact",
        "协议 2 1项有效、1项已延长 最近往来",
        {
            "readers_do_not_see_what_extends_it": hidden("later"),
            "its_end_is_past": changed("later", term="/2012"),
            "its_own_term_runs": changed("text", term="/2090"),
        },
    ),
    Case(
        "pair.none-in-force",
        text(term="/2010"),
        PAIR,
        "Agreements 1 none in force Last contact",
        "协议 1 没有有效协议 最近往来",
        {
            "it_is_in_force": changed("text", term="/2090"),
            "it_may_go_on": changed("text", term_extendable=True),
            "another_one_without_an_end": lambda it: it.text("more"),
            "one_near_both": lambda it: it.near_both(),
            "the_relation_stands": lambda it: it.stage(),
        },
    ),
    Case(
        "pair.ran-out",
        text(term="/2010"),
        PAIR,
        "The last agreement with an end date expired in 2010.",
        "最后一项载有期限的协议于2010年期满。",
        {
            "its_end_is_inferred": changed("text", term_inferred=True),
            "it_is_in_force": changed("text", term="/2090"),
            "another_one_without_an_end": lambda it: it.text("more"),
            "one_near_both": lambda it: it.near_both(),
            "it_was_ended": later("ends", kind="statement"),
            "it_was_extended": later("extends"),
            "a_text_of_others_extended_it": lambda it: it.extended_by_others(),
        },
    ),
    Case(
        "pair.no-agreement",
        lambda it: None,
        PAIR,
        "No agreement between the two is found in the records of this site.",
        "在本站记录中，未见双方签署协议的记载。",
        {
            "an_agreement": text(),
            "one_of_three": lambda it: it.text("more", parties=(it.home, it.partner, it.third), pairs=()),
            "one_near_both": lambda it: it.near_both(),
        },
    ),
    Case(
        "pair.last-contact",
        text(signed="2001-05-04"),
        PAIR,
        "Last contact 4 May 2001",
        "最近往来 2001年5月4日",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "its_day_is_not_known": changed("text", signed=""),
            "a_later_visit": visited(),
            "one_party_is_another": lambda it: (
                it.entered["text"].parties.filter(place=it.partner).update(place=it.third)
            ),
        },
    ),
    Case(
        "pair.stage-taken-over",
        lambda it: it.stage(kind="taken-over", reached="2003"),
        PAIR,
        "Continued by another pair",
        "关系由另一结对承接",
        {"readers_do_not_see_it": hidden("stage"), "it_ended": changed("stage", kind="ended")},
    ),
    Case(
        "pair.ended-by",
        lambda it: it.stage(kind="ended", reached="2003", ended_by=it.partner),
        PAIR,
        "by Rivermouth",
        "由河口提出",
        {"readers_do_not_see_it": hidden("stage"), "nobody_is_named": changed("stage", ended_by=None)},
    ),
)

STORIES = (
    Case(
        "story.visit",
        both(visited(), lambda it: it.told(it.entered["visit"])),
        "news/2019/told/",
        "News Visit Headline",
        "新闻 访问 标题",
        {
            "it_was_called_off": changed("visit", state="called-off"),
            "nobody_came": lambda it: it.unsent(it.entered["visit"]),
        },
    ),
    Case(
        "story.agreements",
        both(text(), lambda it: it.told(it.entered["text"])),
        "news/2019/told/",
        "1 agreement",
        "1项协议",
        {
            "readers_do_not_see_it": hidden("text"),
            "it_is_planned": changed("text", state="planned"),
            "it_is_a_bundle": changed("text", count=12),
            "a_later_event_is_reported": lambda it: it.reports(factories.event(held="2024")),
        },
    ),
)

CASES = (
    *(*STATUSES, *EARLIER, *FOLLOWING, *TERMS, *RELATIONS, *PAIRS, *PRESENCE, *NAMES),
    *(*PERSON, *LISTS, *SIGNING, *BODIES, *STORIES),
)
