"""The status of an agreement on a day: one table, and the row's and the set's spelling of it agree."""

from datetime import date, timedelta

import pytest

from newsroom.cooperation.models import Agreement
from newsroom.cooperation.status import AgreementState, Status, status_on, status_q
from tests import factories

DAY = date(2020, 6, 15)
TERMS = ["", "2017/", "/2020-06-15", "/2020-06-14", "2020-06-15/", "2020-06-16/", "2021/", "2017/2019", "2017/2020"]
TERMS += ["2020", "2020-06", "2020-06-15", "2021", "2021/2024", "2020-06-16/2020-06-17", "2020-06-14"]

# state, term, day → status
TABLE = [
    ("planned", "2017/2025", DAY, "planned"),
    ("initialled", "2017/2025", DAY, "initialled"),
    ("ended-early", "2017/2025", DAY, "ended-early"),
    ("ended-early", "2021/", DAY, "ended-early"),
    ("signed", "", DAY, "no-end"),
    ("signed", "2017/", DAY, "no-end"),
    ("signed", "2020-06-15/", DAY, "no-end"),
    ("signed", "2020-06-16/", DAY, "ahead"),
    ("signed", "2020-06-16/2024", DAY, "ahead"),
    ("signed", "/2020-06-14", DAY, "expired"),
    ("signed", "/2020-06-15", DAY, "in-force"),
    ("signed", "2017/2020-06-15", DAY, "in-force"),
    ("signed", "2020", DAY, "in-force"),
    ("signed", "2019", DAY, "expired"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "term", "day", "status"), TABLE)
def test_the_status_of_an_agreement(state, term, day, status):
    agreement = Agreement.objects.get(pk=factories.agreement(state=state, term=term or None).pk)
    assert status_on(agreement, day) == status


@pytest.mark.django_db
def test_on_every_day_each_agreement_is_found_under_its_status_and_no_other():
    for state in AgreementState:
        for term in TERMS:
            factories.agreement(state=state, term=term or None)
    agreements = list(Agreement.objects.all())

    for day in (DAY + timedelta(days) for days in (-1200, -400, -1, 0, 1, 2, 200, 400, 2000)):
        found = {status: set(Agreement.objects.filter(status_q(status, day))) for status in Status}
        told = {status: {one for one in agreements if status_on(one, day) == status} for status in Status}
        assert found == told, day
