"""The one generation row grows with each deed, also with two first deeds of a site at once."""

from threading import Thread

import pytest
from django.db import connection, transaction

from newsroom.publishing.deeds import hold, next_generation
from newsroom.publishing.models import Generation

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_first_deeds_at_once_are_both_counted():
    Generation.objects.all().delete()
    failures = []

    def second_deed():
        try:
            with transaction.atomic():
                hold()
                next_generation()
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    thread = Thread(target=second_deed)
    with transaction.atomic(), connection.cursor() as cursor:
        hold()
        next_generation()
        thread.start()
        while thread.is_alive():
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                break
    thread.join()

    assert failures == []
    assert Generation.objects.get(pk=1).number == 2
