"""What the form of an agreement reads and proposes: the day and place of signing, the term, the days of the parties."""

from datetime import date

import pytest

from newsroom.cooperation.models import Agreement
from newsroom.dates import Length
from tests import factories
from tests.records.entering import Desk, complaints

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client) -> Desk:
    return Desk(client, factories.user("editor"))


def entered(desk: Desk, record: Agreement | None = None, **typed) -> Agreement:
    answer = desk.send(Agreement, record, **({} if record else {"title_en": "Signed"}), **typed)
    assert answer.status_code == 302, complaints(answer)
    return Agreement.objects.get()


# facts of the event, what is typed → the day, whether it is inferred, whether the event's place is the agreement's
PROPOSED = [
    ({}, {}, "2019-08-18", False, True),
    ({"held_inferred": True}, {}, "2019-08-18", True, True),
    ({"held": "2019-08-18pm"}, {}, "2019-08-18pm", False, True),
    ({"held": None}, {}, None, False, True),
    ({"held_inferred": True}, {"signed": "2019-08-19"}, "2019-08-19", False, True),
    ({"mode": "apart"}, {}, None, False, False),
    ({"state": "called-off"}, {}, None, False, False),
    ({"mode": "online"}, {}, "2019-08-18", False, True),
    ({}, {"state": "planned"}, None, False, False),
    ({"state": "announced"}, {"state": "planned"}, "2019-08-18", False, True),
    ({}, {"state": "initialled"}, "2019-08-18", False, True),
]


@pytest.mark.parametrize(("facts", "typed", "signed", "inferred", "there"), PROPOSED)
def test_the_day_and_place_of_signing_are_proposed_from_the_event(desk, facts, typed, signed, inferred, there):
    place = factories.place()
    event = factories.event(**({"held": "2019-08-18"} | facts))
    event.places.set([place])

    agreement = entered(desk, event=event, **typed)

    assert (str(agreement.signed or "") or None, agreement.signed_inferred) == (signed, inferred)
    assert agreement.signed_in == (place if there else None)


def test_what_was_planned_gets_day_and_place_of_the_event_once_it_is_signed(desk):
    event = factories.event(held="2019-08-18")
    event.places.set([place := factories.place()])
    planned = entered(desk, event=event, state="planned")

    signed = entered(desk, planned, state="signed")

    assert (str(signed.signed), signed.signed_in) == ("2019-08-18", place)


@pytest.mark.parametrize("typed", ["5 years", "five years", "五年", "60 months"])
def test_a_length_may_be_typed_as_the_term(desk, typed):
    agreement = entered(desk, signed="2016-02-26", term=typed)

    assert (agreement.term, agreement.term_length) == (None, Length(60))
    assert (agreement.runs_from, agreement.runs_until) == (date(2016, 2, 26), date(2021, 2, 26))
    assert desk.opened(f"/admin/cooperation/agreement/{agreement.pk}/change/")["term_length"] in ("5 years", "5年")


def test_a_term_that_is_neither_a_day_nor_a_length_is_refused(desk):
    answer = desk.send(Agreement, title_en="Signed", term="some years")

    assert "2019-08-18" in answer.text and "some years" in answer.text
    assert not Agreement.objects.exists()


# the day typed for the agreement, those of its two parties → the agreement's day
DAYS = [
    ("", ("2020-05-04", "2020-05-05"), "2020-05-05"),
    ("2020-05-01", ("2020-05-04", "2020-05-05"), "2020-05-05"),
    ("2020-06", ("2020-05-04", "2020-05-05"), "2020-05-05"),
    ("2020-05-06", ("2020-05-04", ""), "2020-05-06"),
    ("2020-05-01", ("2020-05-04", ""), "2020-05-04"),
    ("", ("2020-05-04", ""), "2020-05-04"),
    ("", ("2020-05-04am", "2020-05-04pm"), "2020-05-04pm"),
    ("2020-05-01", ("", ""), "2020-05-01"),
]


@pytest.mark.parametrize(("signed", "days", "last"), DAYS)
def test_the_day_of_an_agreement_is_the_last_one_of_its_parties(desk, signed, days, last):
    parties = [{"place": factories.place(), "signed": day} for day in days]

    agreement = entered(desk, signed=signed, term="1 year", rows={"parties": parties})

    assert str(agreement.signed) == last
    assert agreement.runs_until == Length(12).after(agreement.signed.latest)


def test_ended_early_is_typed_only_where_no_text_on_record_ended_it(desk):
    agreement = factories.agreement()
    ending = factories.agreement(follows=agreement, following="ends")

    answer = desk.send(Agreement, agreement, state="ended-early")
    assert answer.status_code == 200 and Agreement.objects.get(pk=agreement.pk).state == "signed"

    ending.following = "carries-out"
    ending.save()
    assert desk.send(Agreement, agreement, state="ended-early").status_code == 302


TAGS = ["de", "ja", "pt-BR", "zh-Hant", "zh-Hant-HK", "sr-Latn", "es-419", "de-1996"]
NO_TAGS = ["german", "DE", "de_DE", "zh-hant", "und", "en", "en-GB", "zh", "zh-Hans", "d", "de-"]


@pytest.mark.parametrize("tag", [*TAGS, *NO_TAGS])
def test_the_other_language_is_a_tag_of_one_without_a_column(desk, tag):
    answer = desk.send(Agreement, title_original="Vertrag", original_language=tag)

    assert (answer.status_code == 302, Agreement.objects.exists()) == (tag in TAGS, tag in TAGS)


@pytest.mark.parametrize(
    "typed", [{"title_original": "Vertrag"}, {"called_original": "Vertrag"}, {"original_language": "de"}]
)
def test_words_and_their_language_are_said_together(desk, typed):
    answer = desk.send(Agreement, title_en="Signed", **typed)

    assert answer.status_code == 200 and not Agreement.objects.exists()
