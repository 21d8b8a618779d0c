"""What a page prints of a name: in its script, our translation, or what the thing is with the name itself beneath."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from newsroom.articles.page import _first_outlet
from newsroom.cooperation.models import Agreement
from newsroom.languages import EN, PINYIN, ZH, in_one_line, name_itself
from newsroom.pages.structured import described
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from newsroom.publishing.amending.merging import keep_names
from newsroom.sources.models import Source
from tests import factories

HARBOURTON = Place(name_zh="海州", name_en="Harbourton", slug="harbourton")
COMPANY = {"kind": "company", "place": HARBOURTON, "slug": "company"}


@pytest.mark.parametrize(
    ("facts", "language", "printed", "original"),
    [
        ({"name_zh": "海州公司", "name_en": "Harbour Company"}, EN, "Harbour Company", None),
        ({"name_zh": "海州公司"}, ZH, "海州公司", None),
        ({"name_zh": "海州公司", "short_en": "HCC"}, EN, "HCC", None),
        ({"name_zh": "海州公司", "gloss_en": "Harbour Company"}, EN, "Harbour Company", "海州公司"),
        ({"name_zh": "海州公司"}, EN, "Company in Harbourton", "海州公司"),
        ({"name_zh": "海州公司", "place": None}, EN, "Company", "海州公司"),
        ({"name_zh": "市外办", "kind": "bureau"}, EN, "Bureau or department of Harbourton", "市外办"),
        ({"name_en": "Harbour Company"}, ZH, "海州的企业", "Harbour Company"),
        ({"name_en": "Harbour Company", "gloss_zh": "海港公司"}, ZH, "海港公司", "Harbour Company"),
    ],
)
def test_an_institution_is_headed_by_its_name_a_translation_or_its_kind(facts, language, printed, original):
    name = Institution(**(COMPANY | facts)).name_in(language)
    assert (name, name.language) == (printed, language)
    assert getattr(name, "original", None) == original
    assert getattr(name, "is_gloss", False) == any("gloss" in key for key in facts)


@pytest.mark.parametrize(
    ("facts", "language", "printed", "original"),
    [
        ({"title_zh": "友好协议", "title_en": "Accord"}, EN, "Accord", None),
        ({"title_zh": "友好协议"}, EN, "Sister city agreement", "友好协议"),
        ({"title_en": "Accord"}, ZH, "友好城市协议", "Accord"),
        ({"title_original": "Vertrag", "original_language": "de"}, EN, "Sister city agreement", "Vertrag"),
        ({"title_zh": "友好协议", "kind": "other"}, EN, "Text", "友好协议"),
    ],
)
def test_an_agreement_without_a_title_in_the_language_is_headed_by_its_kind(facts, language, printed, original):
    agreement = Agreement(**({"kind": "sister-city"} | facts))
    name = agreement.name_in(language)
    assert (name, getattr(name, "original", None)) == (printed, original)
    assert original in (None, agreement.twin_name_in(language))


def test_what_stands_in_for_a_name_has_the_name_beside_it_where_nothing_is_marked():
    name = Institution(**COMPANY, name_zh="海州公司").name_in(EN)
    assert in_one_line(name) == "Company in Harbourton (海州公司)"
    assert name_itself(name) == "海州公司" and name_itself("Harbourton") == "Harbourton"


@pytest.mark.parametrize(("latin", "lang"), [("pinyin", PINYIN), ("own", "en"), ("official", "en"), ("", "en")])
def test_a_latin_form_that_is_pinyin_says_so(latin, lang):
    name = Person(name_zh="王小明", name_en="Wang Xiaoming", latin=latin).name_in(EN)
    assert (name, name.lang) == ("Wang Xiaoming", lang)


@pytest.mark.parametrize(
    "facts",
    [{"name_original": "乙訓高校"}, {"original_language": "ja"}, {"name_original": "乙", "original_language": "en"}],
)
@pytest.mark.django_db
def test_a_name_in_another_language_says_which(facts):
    with pytest.raises(ValidationError):
        Institution(name_en="School", slug="school", **facts).full_clean()


def test_machines_read_names_and_not_what_stands_in_for_them():
    body = Institution(**COMPANY, name_zh="海州公司", name_original="海州公司社", original_language="ja")
    said = described(body, EN, "Corporation", str)
    assert (said["name"], said["alternateName"]) == ("海州公司", ["海州公司社"])
    body.gloss_en = "Harbour Company"
    assert described(body, EN, "Corporation", str)["alternateName"] == ["Harbour Company", "海州公司社"]


@pytest.mark.django_db
def test_merging_takes_over_what_is_known_of_how_a_name_is_written():
    written = {"name_original": "海州公司社", "original_language": "ja", "gloss_zh": "海港公司", "latin": "own"}
    one, into = factories.institution("Harbour Company", **written), factories.institution("Harbour Company")
    keep_names(one, into)
    kept = Institution.objects.get(pk=into.pk)
    assert {name: getattr(kept, name) for name in written} == written


@pytest.mark.django_db
def test_merging_keeps_what_the_record_says_itself_and_finds_it_by_the_other():
    one = factories.institution("Harbour Co", name_original="海州公司社", original_language="ja", latin="own")
    into = factories.institution("Harbour Company", name_original="海州公司舎", original_language="ja")
    keep_names(one, into)
    kept = Institution.objects.get(pk=into.pk)
    assert (kept.name_original, kept.latin) == ("海州公司舎", "")
    assert "海州公司社" in kept.other_names.splitlines()


@pytest.mark.parametrize(
    ("outlets", "language", "first"),
    [
        ([("", "Lakeside Town Hall"), ("湖畔日报", "")], ZH, "湖畔日报"),
        ([("湖畔日报", ""), ("", "Lakeside Town Hall")], EN, "Lakeside Town Hall"),
        ([("", "Lakeside Town Hall")], ZH, "Lakeside Town Hall"),
        ([], ZH, None),
    ],
)
def test_a_page_cites_in_its_own_language_first(outlets, language, first):
    cited = [SimpleNamespace(source=Source(outlet_zh=zh, outlet_en=en)) for zh, en in outlets]
    assert _first_outlet(cited, language) == first
