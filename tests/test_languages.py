"""Two languages: their codes, names in two scripts, and how names are found."""

import copy
import pickle

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from newsroom.languages import (
    EN,
    LANGUAGES,
    ZH,
    Named,
    Words,
    code_of,
    columns,
    figures,
    fold,
    named_constraint,
    other,
    pick,
    plain_text,
    prefix_of,
    running_name,
    tag_of,
)


class Port(Named):
    class Meta(Named.Meta):
        app_label = "daybook"


class Berth(Named):
    class Meta:
        app_label = "daybook"
        constraints = [named_constraint()]


@pytest.fixture(scope="module")
def port_table(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Port)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Port)


def test_each_language_has_its_prefix_and_its_tag():
    assert [(prefix_of(code), tag_of(code), other(code)) for code in LANGUAGES] == [
        ("zh", "zh-Hans", EN),
        ("en", "en", ZH),
    ]
    assert [code_of(prefix_of(code)) for code in LANGUAGES] == list(LANGUAGES)


def test_an_unknown_prefix_is_no_language():
    with pytest.raises(KeyError):
        code_of("fr")


def test_a_column_is_named_by_its_language():
    assert columns("title", ZH) == "title_zh"
    assert columns("title", EN) == "title_en"


def test_the_wanted_language_is_picked():
    assert pick("宁波", "Ningbo", ZH) == "宁波"
    assert pick("宁波", "Ningbo", EN) == "Ningbo"


def test_a_text_in_one_language_is_shown_in_both_and_marked_with_its_own():
    words = pick("宁波", "", EN)
    assert words == "宁波"
    assert words.lang == "zh-Hans"
    assert words.foreign_to(EN)
    assert not words.foreign_to(ZH)


def test_nothing_is_picked_from_nothing():
    assert pick("", "", ZH) is None
    assert pick(None, None, EN) is None


def test_words_do_not_change_and_survive_a_cache_and_a_copy():
    words = Words("宁波", ZH)
    with pytest.raises(AttributeError):
        words.language = EN
    for copied in (pickle.loads(pickle.dumps(words)), copy.copy(words), copy.deepcopy(words)):
        assert (copied, copied.language) == ("宁波", ZH)


def test_a_record_is_named_for_the_desk_in_both_scripts():
    assert str(Port(name_zh="宁波", name_en="Ningbo")) == "宁波 Ningbo"
    assert str(Port(name_en="Ningbo")) == "Ningbo"


def test_a_record_gives_its_name_in_a_language():
    port = Port(name_zh="宁波")
    assert port.name_in(EN) == "宁波"
    assert port.name_in(EN).foreign_to(EN)
    assert Port().name_in(EN) == ""


def test_each_model_names_the_rule_for_itself():
    names = [constraint.name for model in (Port, Berth) for constraint in model._meta.constraints]
    assert names == ["daybook_port_is_named", "daybook_berth_is_named"]


@pytest.mark.django_db
def test_the_database_refuses_a_record_without_a_name(port_table):
    Port.objects.create(name_zh="宁波")
    Port.objects.create(name_en="Ningbo")
    with pytest.raises(IntegrityError), transaction.atomic():
        Port.objects.create(other_names="甬")


@pytest.mark.django_db
def test_the_full_check_refuses_a_record_without_a_name(port_table):
    with pytest.raises(ValidationError):
        Port(other_names="甬").full_clean()


@pytest.mark.parametrize("text", ["\x00", "宁\x00波", "\ud800", "a\x1bb", "\x7f", "\x85"])
def test_text_that_cannot_be_printed_is_refused(text):
    with pytest.raises(ValidationError):
        plain_text(text)
    with pytest.raises(ValidationError):
        Port(name_zh=text).clean_fields()


@pytest.mark.parametrize("text", ["", "宁波", "甬\n寧波", "甬\r\n寧波", "a\tb", "eThekwini – “Durban”", "𠮷", "👩‍👩‍👧"])
def test_plain_text_is_accepted(text):
    plain_text(text)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("Xī’ān", "xian"),
        ("Xi'an", "xian"),
        ("ＮＩＮＧＢＯ", "ningbo"),
        ("Ürümqi", "urumqi"),
        ("Łódź", "lodz"),
        ("Århus", "arhus"),
        ("Tromsø", "tromso"),
        ("Gießen", "giessen"),
        ("İzmir", "izmir"),
        ("St. Petersburg", "st petersburg"),
        ("Garmisch-Partenkirchen", "garmisch partenkirchen"),
        ("  New   York ", "new york"),
        ("U.S.A.", "usa"),
        ("马塞尔·菲利普", "马塞尔菲利普"),
        ("马塞尔•菲利普", "马塞尔菲利普"),
        ("宁波 市", "宁波市"),
        ("中国，宁波", "中国宁波"),
        ("宁波（市）", "宁波市"),
        ("宁波 Ningbo", "宁波 ningbo"),
        ("Нижний", "нижнии"),
        ("snake_case", "snake case"),
        ("Düssel\xaddorf", "dusseldorf"),
        ("दिल्ली", "दिल्ली"),
        ("", ""),
        ("—", ""),
    ],
)
def test_names_are_folded_for_finding(one, same):
    assert fold(one) == same


def test_traditional_characters_are_other_names_and_stay_different():
    assert fold("寧波") != fold("宁波")


def test_kana_and_hangul_keep_their_marks():
    assert fold("が") == "が"
    assert fold("서울") == "서울"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_does_not_look_at_case_or_width(text):
    assert fold(text.upper()) == fold(text.upper().lower())


def test_named_is_abstract():
    assert Named._meta.abstract
    assert issubclass(Port, models.Model)


def test_counts_are_grouped_as_each_language_groups_them():
    with translation.override(EN):
        assert (figures(999), figures(1500)) == ("999", "1,500")
    with translation.override(ZH):
        assert figures(1500) == "1500"


@pytest.mark.parametrize(
    ("name", "running"),
    [
        ("Rivermouth", "Rivermouth"),
        ("Embassy of Northland in Harbourton", "the Embassy of Northland in Harbourton"),
        ("Rivermouth County Chamber of Commerce", "the Rivermouth County Chamber of Commerce"),
        ("Hofstra", "Hofstra"),
        ("Office", "Office"),
        ("Netherlands", "the Netherlands"),
        ("United Kingdom", "the United Kingdom"),
        ("Solomon Islands", "the Solomon Islands"),
        ("École of Letters", "the École of Letters"),
    ],
)
def test_an_english_name_takes_its_article_in_a_sentence(name, running):
    with translation.override(EN):
        assert running_name(Words(name, EN)) == running
        assert running_name(Words(name, ZH)) == name
    with translation.override(ZH):
        assert running_name(Words(name, EN)) == name
