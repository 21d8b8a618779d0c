"""Two people at one form: no save overwrites what the other saved unseen, row by row."""

import pytest

from newsroom.cooperation.models import Visited
from tests import factories
from tests.desk.test_records import now, page
from tests.desk.test_two_people import opened
from tests.desk.typing import form_of, send


@pytest.fixture
def three_sites(db):
    event = factories.event()
    for number in (1, 2, 3):
        factories.site(event, order=number, words_zh=f"第{number}站")
    return event


def sites(event) -> list[str]:
    return [site.words_zh for site in event.visited.order_by("order", "pk")]


def test_rows_keep_both_people_s_texts(editor, publisher, three_sites):
    mine = opened(editor, page(three_sites), venue_en="Hall", visited__0__words_en="Mine")
    send(publisher, page(three_sites), visited__0__words_zh="他们的", visited__2__DELETE="on")

    answer = editor.post(page(three_sites), mine, follow=True)

    assert sites(three_sites) == ["他们的", "第2站"]
    assert three_sites.visited.first().words_en == "Mine"
    assert "Removed meanwhile by publisher:" in answer.text


def new_site(form: dict, words: str, identity: str = "") -> dict:
    """Return the form with a row added."""
    number = form["visited-TOTAL_FORMS"][0]
    row = {"order": "9", "words_zh": words, "begun": identity}
    typed = {f"visited-{number}-{name}": [value] for name, value in row.items()}
    return form | {"visited-TOTAL_FORMS": [str(int(number) + 1)]} | typed


def test_rows_that_both_add_are_all_there(editor, publisher, three_sites):
    mine = new_site(opened(editor, page(three_sites)), "我的站")
    publisher.post(page(three_sites), new_site(opened(publisher, page(three_sites)), "他们的站"))

    editor.post(page(three_sites), mine)

    assert sorted(sites(three_sites)) == sorted(["第1站", "第2站", "第3站", "我的站", "他们的站"])


def test_a_form_that_is_sent_twice_adds_its_row_once(editor, three_sites):
    mine = new_site(opened(editor, page(three_sites)), "第4站", identity="one-and-only")

    editor.post(page(three_sites), mine)
    editor.post(page(three_sites), mine)

    assert sites(three_sites) == ["第1站", "第2站", "第3站", "第4站"]


def test_a_new_row_has_its_identity_still_when_its_form_was_refused(editor, three_sites):
    mine = new_site(opened(editor, page(three_sites), held="no day"), "第4站", identity="one-and-only")

    assert form_of(editor.post(page(three_sites), mine).text)["visited-3-begun"] == ["one-and-only"]


def test_a_row_that_somebody_removed_comes_back_with_my_text_to_be_added_again(editor, publisher, three_sites):
    mine = opened(editor, page(three_sites), visited__0__words_zh="我改第一站", visited__2__words_en="Third")
    send(publisher, page(three_sites), visited__0__DELETE="on")

    answer = editor.post(page(three_sites), mine)

    again = form_of(answer.text)
    assert "Removed meanwhile by publisher; your text is kept." in answer.text
    assert [again[f"visited-{number}-words_zh"] for number in range(3)] == [["第2站"], ["第3站"], ["我改第一站"]]
    assert sites(three_sites) == ["第2站", "第3站"]
    editor.post(page(three_sites), again)
    assert sorted(sites(three_sites)) == sorted(["第2站", "第3站", "我改第一站"])
    editor.post(page(three_sites), again)
    assert Visited.objects.filter(event=three_sites).count() == 3


def test_a_row_that_somebody_removed_can_be_let_go(editor, publisher, three_sites):
    mine = opened(editor, page(three_sites), visited__0__words_zh="我改第一站")
    send(publisher, page(three_sites), visited__0__DELETE="on")
    again = form_of(editor.post(page(three_sites), mine).text)

    editor.post(page(three_sites), again | {"visited-TOTAL_FORMS": ["2"]})

    assert sites(three_sites) == ["第2站", "第3站"]


def test_a_row_that_i_remove_and_somebody_changed_stays_until_i_have_seen_it(editor, publisher, three_sites):
    mine = opened(editor, page(three_sites), visited__0__DELETE="on")
    send(publisher, page(three_sites), visited__0__words_zh="他们的")

    answer = editor.post(page(three_sites), mine)

    assert "Changed meanwhile by publisher, and so not removed." in answer.text and "他们的" in answer.text
    assert sites(three_sites) == ["他们的", "第2站", "第3站"]
    editor.post(page(three_sites), form_of(answer.text) | {"visited-0-DELETE": "on"})
    assert sites(three_sites) == ["第2站", "第3站"]


def test_a_field_of_a_row_that_both_changed_offers_either_text(editor, publisher, three_sites):
    mine = opened(editor, page(three_sites), visited__1__words_zh="我的")
    send(publisher, page(three_sites), visited__1__words_zh="他们的")

    answer = editor.post(page(three_sites), mine)

    assert '<q class="desk-theirs">他们的</q>' in answer.text and sites(three_sites)[1] == "他们的"
    editor.post(page(three_sites), form_of(answer.text) | {"_theirs": "visited-1-words_zh"})
    assert sites(three_sites)[1] == "他们的"
    editor.post(page(three_sites), form_of(answer.text))
    assert sites(three_sites)[1] == "我的"


def test_what_is_taken_from_the_other_is_the_row_s_wherever_it_stands_now(editor, publisher, three_sites):
    mine = opened(editor, page(three_sites), visited__1__words_zh="我的二", visited__2__words_zh="我的三")
    send(publisher, page(three_sites), visited__1__words_zh="他们的二")
    again = form_of(editor.post(page(three_sites), mine).text)
    send(publisher, page(three_sites), visited__0__DELETE="on")

    editor.post(page(three_sites), again | {"_theirs": "visited-1-words_zh"})

    assert sites(three_sites) == ["他们的二", "我的三"]


def test_a_form_whose_beginning_cannot_be_read_overwrites_nothing_unseen(editor, publisher, three_sites):
    mine = opened(editor, page(three_sites), name_en="Talks", visited__1__words_zh="我的")
    send(publisher, page(three_sites), venue_en="Their hall", visited__2__DELETE="on")

    answer = editor.post(page(three_sites), mine | {"_base": mine["_base"][0][:-2] + "xx"})

    assert '<q class="desk-theirs">Their hall</q>' in answer.text and '<q class="desk-theirs">第2站</q>' in answer.text
    assert now(three_sites).venue_en == "Their hall" and sites(three_sites) == ["第1站", "第2站"]
