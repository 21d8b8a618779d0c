"""Statuses and terms of agreements, and what two places are to each other."""

from tests.claims.case import PAIR, TEXT, Case, Entering, both, changed, hidden, later, text
from tests.claims.world import World, change


def of_status(name: str, en: str, zh: str, enter: Entering, **vanishes: Entering) -> Case:
    """A status as the agreement's own page says it."""
    return Case(f"status.{name}", enter, TEXT, f"Status {en} As of", f"状态 {zh} 截至", vanishes)


def on_an_earlier_day(name: str, en: str, zh: str, enter: Entering, **vanishes: Entering) -> Case:
    """A status on 1 June 2000."""
    page = f"{TEXT}?on=2000-06-01"
    return Case(f"status.{name}", enter, page, f"Status {en} As of", f"状态 {zh} 截至", vanishes)


def ended_relation(it: World) -> None:
    it.text(term="/2090")
    it.stage(agreement=it.entered["text"])
    it.stage("end", kind="ended", reached="2010")


def after_later(how: str) -> Entering:
    """Enter a third text that follows the second."""
    return lambda it: it.text("more", follows=it.entered["later"], following=how, signed="2006")


STATUSES = (
    of_status(
        *("planned", "Planned", "拟签"),
        text(state="planned", signed="2090"),
        its_day_has_passed=changed("text", signed="2010"),
        it_was_signed=changed("text", state="signed"),
    ),
    of_status(
        *("initialled", "Initialled", "已草签"),
        text(state="initialled", signed="2090"),
        its_day_has_passed=changed("text", signed="2010"),
        it_was_signed=changed("text", state="signed"),
    ),
    of_status(
        *("overdue", "Planned for 2010; whether it was signed is not on record", "原定2010年签署，是否签署未见记载"),
        text(state="planned", signed="2010"),
        its_day_is_not_known=changed("text", signed=""),
        it_was_signed=changed("text", state="signed"),
        its_day_is_ahead=changed("text", signed="2090"),
    ),
    of_status(
        *("ahead", "Signed, not yet in force", "已签署，尚未生效"),
        text(term="2080/2090"),
        its_term_has_begun=changed("text", term="2020/2090"),
        it_was_planned=changed("text", state="planned"),
        it_was_replaced=later("replaces"),
    ),
    of_status(
        *("in-force", "In force", "有效"),
        text(term="/2090"),
        its_term_is_over=changed("text", term="/2010"),
        no_end_is_stated=changed("text", term=""),
        it_was_renewed=later("renews"),
        it_was_ended=later("ends"),
        its_end_is_inferred=changed("text", term_inferred=True),
        a_party_ended=lambda it: change(it.partner, ended="2010"),
        its_relation_ended=both(
            lambda it: it.stage(agreement=it.entered["text"]), lambda it: it.stage("end", kind="ended", reached="2010")
        ),
    ),
    of_status(
        *("no-end", "No end stated", "未载明到期日"),
        text(),
        an_end_is_stated=changed("text", term="/2090"),
        it_cannot_run=changed("text", kind="declaration"),
        it_was_replaced=later("replaces"),
    ),
    of_status(
        *("extended", "Extended", "已延长"),
        both(text(term="/2010"), later("extends")),
        readers_do_not_see_what_extends_it=hidden("later"),
        what_extends_it_is_planned=changed("later", state="planned"),
        what_extends_it_is_ahead=changed("later", term="2080/2090"),
        what_extends_it_is_over=changed("later", term="/2012"),
        what_extends_it_was_ended=after_later("ends"),
        its_end_is_inferred=changed("later", term="/2090", term_inferred=True),
        it_amends_it=changed("later", following="amends"),
        its_own_term_runs=changed("text", term="/2090"),
        it_was_renewed=lambda it: it.text("more", follows=it.entered["text"], following="renews", signed="2006"),
    ),
    of_status(
        *("extended", "Extended", "已延长"),
        both(text(term="/2010"), later("extends", term="/2012"), after_later("extends")),
        readers_do_not_see_the_second=hidden("more"),
        readers_do_not_see_the_first=hidden("later"),
        the_second_is_over=changed("more", term="/2014"),
        the_second_amends_the_first=changed("more", following="amends"),
    ),
    of_status(
        *("undated", "Length of the term stated, its end not on record", "载有期限，到期日未见记载"),
        text(term_length="5 years", term_reckoned="unknown"),
        it_runs_from_the_signing=changed("text", term_reckoned="signing"),
        no_length_is_stated=changed("text", term_length=None),
        it_was_renewed=later("renews"),
    ),
    of_status(
        *("term-over", "Stated term over; whether it was extended is not on record", "所载期限已满，是否延长未见记载"),
        text(term="/2010", term_extendable=True),
        nothing_says_that_it_may_go_on=changed("text", term_extendable=False),
        its_term_is_not_over=changed("text", term="/2090"),
        it_was_renewed=later("renews"),
        it_was_extended=later("extends"),
    ),
    of_status(
        *("expired", "Expired", "已到期"),
        text(term="/2010"),
        its_term_is_not_over=changed("text", term="/2090"),
        it_may_run_on=changed("text", term_runs_on=True),
        it_is_a_minimum=changed("text", term_minimum=True),
        it_was_renewed=later("renews"),
        it_was_extended=later("extends"),
        it_was_extended_until_later=later("extends", term="/2090"),
        its_end_is_inferred=changed("text", term_inferred=True),
    ),
    of_status(
        *("expired", "Expired", "已到期"),
        both(text(), later("extends", term="/2010")),
        readers_do_not_see_what_extends_it=hidden("later"),
        its_end_is_ahead=changed("later", term="/2090"),
        its_end_is_inferred=changed("later", term_inferred=True),
        it_may_be_extended_again=changed("later", term_extendable=True),
        it_was_renewed=after_later("renews"),
        it_amends_it=changed("later", following="amends"),
    ),
    of_status(
        *("renewed", "Renewed", "已续签"),
        both(text(term="/2010"), later("renews")),
        readers_do_not_see_what_renewed_it=hidden("later"),
        what_renews_it_is_planned=changed("later", state="planned"),
        what_renews_it_is_ahead=changed("later", term="2080/2090"),
        it_carries_it_out=changed("later", following="carries-out"),
        it_ends_it=changed("later", following="ends"),
    ),
    of_status(
        *("replaced", "Replaced", "已被取代"),
        both(text(), later("replaces")),
        readers_do_not_see_what_replaced_it=hidden("later"),
        what_replaces_it_is_initialled=changed("later", state="initialled"),
        it_carries_it_out=changed("later", following="carries-out"),
    ),
    of_status(
        *("ended", "Ended", "已终止"),
        ended_relation,
        the_relation_did_not_end=hidden("end"),
        the_end_is_ahead=changed("end", reached="2080"),
        it_did_not_make_the_relation=changed("stage", agreement=None),
        the_end_came_before=changed("end", reached="1990"),
    ),
    of_status(
        *("ended-early", "Ended early", "提前终止"),
        text(state="ended-early"),
        it_did_not_end=changed("text", state="signed"),
        it_was_replaced=later("replaces"),
    ),
    Case(
        "status.none",
        text(kind="declaration"),
        PAIR,
        "Agreements: Without a term (1)",
        "协议：不载期限的文本（1）",
        {
            "a_term_is_stated": changed("text", term="/2090"),
            "it_can_run": changed("text", kind="framework"),
            "readers_do_not_see_it": hidden("text"),
        },
    ),
    of_status(
        *("inferred", "In force (inferred)", "有效（推定）"),
        text(term="/2090", term_inferred=True),
        its_end_is_stated=changed("text", term_inferred=False),
        no_end_is_known=changed("text", term=""),
        it_was_renewed=later("renews"),
    ),
)

EARLIER = (
    on_an_earlier_day(
        *("not-yet", "Not yet signed", "尚未签署"),
        text(signed="2001-05-04"),
        it_had_been_signed=changed("text", signed="1999-05-04"),
        its_day_is_not_known=changed("text", signed=""),
        it_may_have_been_signed=changed("text", signed="2000"),
    ),
    on_an_earlier_day(
        *("maybe-signed", "Whether it was signed by then is not on record", "当时是否已签署未见记载"),
        text(signed="2000"),
        it_had_been_signed=changed("text", signed="1999"),
        it_was_signed_later=changed("text", signed="2001"),
        its_term_had_begun=changed("text", term="1999-01-01/"),
    ),
    on_an_earlier_day(
        *("maybe-over", "Signed; whether it was still in force is not on record", "已签署，当时是否仍有效未见记载"),
        text(signed="1990", state="ended-early"),
        it_did_not_end_early=changed("text", state="signed"),
        its_term_was_over=changed("text", term="/1995"),
    ),
)

TERMS = (
    Case(
        "term.inferred",
        text(signed="2001-05-04", signed_inferred=True, term_length="90 years"),
        TEXT,
        "Reckoned from the day of signing, which is inferred.",
        "据推定的签署日期推算。",
        {
            "the_day_is_stated": changed("text", signed_inferred=False),
            "no_length_is_stated": changed("text", term_length=None),
            "the_end_is_stated": changed("text", term="/2091"),
        },
    ),
    Case(
        "term.extension-inferred",
        both(text(term="/2010"), later("extends", term="/2090", term_inferred=True)),
        TEXT,
        "The end of what extends it is inferred.",
        "延长文本的到期日系推定。",
        {
            "its_end_is_stated": changed("later", term_inferred=False),
            "no_end_is_stated": changed("later", term="2005/"),
            "readers_do_not_see_it": hidden("later"),
            "the_own_term_runs": changed("text", term="/2090"),
        },
    ),
    Case(
        "term.length",
        text(signed="2001-05-04", term_length="90 years"),
        TEXT,
        "90 years from the signing",
        "自签署之日起90年",
        {
            "no_length_is_stated": changed("text", term_length=None),
            "it_runs_from_an_unknown_day": changed("text", term_reckoned="unknown"),
        },
    ),
)

LATER = "agreements/later/"
FOLLOWING = tuple(
    Case(f"following.{how}", both(text(), later(how)), page, en, zh, vanishes)
    for how, others, page, en, zh, unseen in (
        ("extends", "amends", TEXT, "Extended by Later", "延长文本 later", "later"),
        ("extends", "amends", LATER, "Extends Text", "延长 text", "text"),
        ("amends", "extends", TEXT, "Amended by Later", "修订文本 later", "later"),
        ("amends", "extends", LATER, "Amends Text", "修订 text", "text"),
    )
    for vanishes in [{"it_does_otherwise": changed("later", following=others), "unseen": hidden(unseen)}]
)

RELATIONS = (
    Case(
        "relation.sister-city",
        lambda it: it.stage(),
        PAIR,
        "Relation Sister cities",
        "关系 友好城市",
        {
            "readers_do_not_see_it": hidden("stage"),
            "it_is_ahead": changed("stage", reached="2080"),
            "they_are_provinces": lambda it: [change(place, level="province") for place in (it.home, it.partner)],
            "it_ended": lambda it: it.stage("end", kind="ended", reached="2010"),
            "a_place_ended": lambda it: change(it.partner, ended="2010"),
            "it_was_a_lower_one": changed("stage", kind="contact"),
        },
    ),
    Case(
        "relation.since",
        lambda it: it.stage(reached_inferred=True),
        PAIR,
        "since 1998 (inferred)",
        "自1998年起（推定）",
        {
            "the_day_is_not_known": changed("stage", reached=""),
            "the_day_is_stated": changed("stage", reached_inferred=False),
            "readers_do_not_see_it": hidden("stage"),
        },
    ),
)
