"""Who was at an event, and what events and delegations without a name of their own are called."""

from typing import Any

from newsroom.cooperation.models import Appearance, Event
from tests import factories
from tests.claims.case import Case, Entering, both, changed
from tests.claims.world import World
from tests.pages_records.conftest import released

EVENT, SOMEBODY = "events/occasion/", {"name_en": "Ada Reed", "name_zh": "里德", "slug": "ada-reed"}


def held(*places: str, **facts: Any) -> Entering:
    """Release an event in person at these places of the world, the home place if none is named."""

    def enter(it: World) -> None:
        event = Event.objects.create(**({"slug": "occasion", "held": "2015-05-04", "kinds": []} | facts))
        event.places.set([getattr(it, place) for place in places or ("home",)])
        it.entered["event"] = released(event)

    return enter


def sent(*senders: str) -> Entering:
    """Let a delegation come to the event, of these places."""
    return lambda it: factories.stop(
        factories.delegation(*(getattr(it, sender) for sender in senders), slug=f"sent-by-{senders[0]}"),
        it.entered["event"],
    )


def there(*parts: str, of: str = "", **facts: Any) -> Entering:
    """Let somebody take these parts in the event, for a place of the world."""

    def enter(it: World) -> None:
        standing = {"place": getattr(it, of)} if of else {}
        it.entered["somebody"] = Appearance.objects.create(
            event=it.entered["event"], person=factories.person(**SOMEBODY), parts=list(parts), **standing, **facts
        )

    return enter


def under(name: str, en: str, zh: str, *entering: Entering, **vanishes: Entering) -> Case:
    """A heading over Ada Reed on the event's page."""
    return Case(f"presence.{name}", both(held(), *entering), EVENT, f" {en} Ada Reed", f" {zh} 里德", vanishes)


PRESENCE = (
    under(
        *("received", "Received by", "主方"),
        *(sent("partner"), there("attended", "hosted")),
        nobody_came=lambda it: it.unsent(it.entered["event"]),
        they_did_not_host=changed("somebody", parts=["attended"]),
        they_only_sent_a_message=changed("somebody", parts=["message"]),
        it_was_called_off=changed("event", state="called-off"),
    ),
    under(
        *("hosts", "Hosts", "主方"),
        *(sent("partner"), sent("third"), there("hosted")),
        they_did_not_host=changed("somebody", parts=["attended"]),
        it_was_called_off=changed("event", state="called-off"),
    ),
    under(
        *("guests", "Guests", "客方"),
        *(sent("partner"), there("attended", side="guest")),
        nothing_says_so=changed("somebody", side="neither"),
        they_hosted=changed("somebody", parts=["hosted"], side=""),
        it_was_only_announced=changed("event", state="announced"),
    ),
    under(
        *("from", "From Rivermouth", "河口方面"),
        there("attended", of="partner"),
        for_another_place=lambda it: it.stands_for(it.entered["somebody"], it.third),
        for_nobody_known=changed("somebody", place=None),
        they_were_represented=changed("somebody", parts=["represented"]),
        a_delegation_was_received=sent("third"),
    ),
    under(
        *("taking-part", "Taking part", "出席人员"),
        there("attended"),
        they_stood_for_a_place=lambda it: it.stands_for(it.entered["somebody"], it.partner),
        a_delegation_was_received=sent("third"),
        they_only_sent_a_message=changed("somebody", parts=["message"]),
    ),
    under(
        *("beside", "Also present", "其他出席人员"),
        *(sent("partner"), there("attended")),
        they_hosted=changed("somebody", parts=["hosted"]),
        nobody_was_received=lambda it: it.unsent(it.entered["event"]),
    ),
    under(
        *("message", "Sent a message", "致贺信"),
        there("message"),
        they_were_there_as_well=changed("somebody", parts=["attended", "message"]),
        they_were_represented_only=changed("somebody", parts=["represented"]),
    ),
    under(
        *("represented", "Represented", "委托他人出席"),
        there("represented"),
        they_were_there=changed("somebody", parts=["attended"]),
        they_sent_a_message=changed("somebody", parts=["message"]),
    ),
    Case(
        "presence.beforehand",
        both(held(state="announced"), there("attended")),
        EVENT,
        "Named beforehand Ada Reed",
        "预告名单 里德",
        {"it_took_place": changed("event", state="took-place")},
    ),
)


def named(name: str, en: str, zh: str, enter: Entering, page: str = EVENT, **vanishes: Entering) -> Case:
    """A made name, as the heading of its page."""
    return Case(f"name.{name}", enter, page, en, zh, vanishes)


NAMES = (
    named(
        *("visit", "Visit of a delegation from Rivermouth to Harbourton", "河口代表团访问海州"),
        both(held(), sent("partner")),
        it_has_a_name=changed("event", name_en="Harbour days", name_zh="港口日"),
        nobody_came=lambda it: it.unsent(it.entered["event"]),
        another_sender=lambda it: it.sent(it.entered["event"], it.third),
        they_are_at_home_there=lambda it: it.sent(it.entered["event"], it.home),
    ),
    named(
        *("received", "Delegation from Harbourton in Harbourton", "海州代表团在海州"),
        both(held(), sent("home")),
        they_come_from_elsewhere=lambda it: it.sent(it.entered["event"], it.partner),
        its_kind_is_known=changed("event", kinds=["forum"]),
    ),
    named(
        *("signing", "Signing in Northport", "在北港签约"),
        held("third", kinds=["signing"]),
        it_was_a_forum_too=changed("event", kinds=["forum", "signing"]),
        it_was_online=changed("event", mode="online"),
        a_delegation_came=sent("partner"),
    ),
    named(
        *("greeting", "Greetings between Harbourton and Rivermouth", "海州和河口互致问候"),
        held("home", "partner", kinds=["greeting"]),
        one_place_alone=lambda it: it.entered["event"].places.set([it.home]),
        it_was_a_meeting_too=changed("event", kinds=["greeting", "meeting"]),
    ),
    named(
        *("occasion", "Anniversary and forum in Harbourton", "海州举行周年纪念活动和论坛"),
        held(kinds=["anniversary", "forum"]),
        it_was_online=changed("event", mode="online"),
        it_was_a_forum_only=changed("event", kinds=["forum"]),
        a_delegation_came=sent("partner"),
    ),
    named(
        *("delegation", "Government delegation of Rivermouth", "河口政府代表团"),
        both(held(), sent("partner")),
        *["delegations/sent-by-partner/"],
        another_kind=lambda it: it.entered["event"].delegations.update(kind="media"),
        it_has_a_name=lambda it: it.entered["event"].delegations.update(name_en="The ten", name_zh="十人团"),
        another_sender=lambda it: it.sends_instead(it.entered["event"]),
    ),
)

PERSON = (
    Case(
        "person.no-appearance",
        lambda it: it.pictured(),
        "people/ada-reed/",
        "No appearance is on record.",
        "出席情况未见记载。",
        {"at_an_event": both(held(), lambda it: it.attends()), "under_a_text": lambda it: it.signs()},
    ),
    Case(
        "person.no-office",
        lambda it: it.signatory(),
        "people/ada-reed/",
        "No office is on record.",
        "职务未见记载。",
        {
            "the_office_under_which_they_signed": lambda it: it.signed_as("Mayor", "市长"),
            "an_office_printed_at_an_event": both(held(), lambda it: it.attends(printed_en="Mayor")),
            "a_tenure": lambda it: it.holds_an_office(),
        },
    ),
    Case(
        "person.for",
        both(held(), there("attended", of="partner")),
        "people/ada-reed/",
        "for Rivermouth",
        "代表河口",
        {"for_nobody_known": changed("somebody", place=None)},
    ),
)
