"""What follows from the state of a version, in the set's spelling and in the row's: they say the same."""

from itertools import product

import pytest
from django.db import IntegrityError, transaction

from newsroom.articles.models import Edition, Version
from newsroom.articles.states import IN_WORK, State, is_correction
from newsroom.articles.story import Story
from newsroom.languages import EN
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("one", "other"), [*product(State, IN_WORK)])
def test_the_database_holds_one_version_in_work_at_a_time(one, other, at):
    first = factories.draft()
    Version.objects.filter(pk=first.pk).update(state=one)
    facts = {"edition": first.edition, "number": 2, "changed_by": first.changed_by, "changed_at": at.now}

    def begin_another():
        with transaction.atomic():
            Version.objects.create(headline="Second", state=other, **facts)

    if one in IN_WORK:
        with pytest.raises(IntegrityError):
            begin_another()
    else:
        begin_another()


#               first public?  note         minor  told
CORRECTIONS = [
    (True, "", False, False),
    (True, "A name", False, False),
    (False, "", False, False),
    (False, "A name", True, False),
    (False, "", True, False),
    (False, "A name", False, True),
]


@pytest.mark.parametrize(("first", "note", "minor", "told"), CORRECTIONS)
def test_rows_and_sets_say_the_same_of_corrections(first, note, minor, told, at):
    version = factories.published(change_note=note, minor=minor)
    if not first:
        Edition.objects.filter(pk=version.edition_id).update(first_public_from=at.ahead(days=-1))
    (row,) = Version.objects.once_public(at.now).select_related("edition")

    assert is_correction(row) is told
    assert Version.objects.once_public(at.now).corrections().exists() is told


def test_a_story_tells_the_corrections_that_the_list_of_corrections_tells(at):
    first = factories.published(change_note="Said before anything was public")
    for note, minor in (("The day was wrong", False), ("A comma", True)):
        at.go_on(hours=1)
        factories.published(first.edition.article, change_note=note, minor=minor)
    at.go_on(hours=1)

    told = Story.of(first.edition.article_id, at.now).corrections_in(EN)

    assert [one["note"] for one in told] == ["The day was wrong"]
    assert [one.change_note for one in Version.objects.once_public(at.now).corrections()] == ["The day was wrong"]
