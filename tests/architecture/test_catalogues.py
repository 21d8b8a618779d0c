"""Every word of the interface stands in both catalogues, and what is compiled is what is written."""

import gettext
import re
import shutil
import subprocess
import sys

import pytest

from tests.architecture.reading import ROOT

LANGUAGES = ["zh_Hans", "en"]
TOOLS = ["msgfmt", "msgattrib", "xgettext", "msgmerge", "msguniq"]

pytestmark = pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="gettext's programs are not installed")


def catalogue(language, root=ROOT):
    return root / "newsroom" / "locale" / language / "LC_MESSAGES" / "django.po"


def names(po, *choice):
    """Return the msgids of those entries that `choice` (msgattrib's own) picks, the heading apart."""
    command = ["msgattrib", "--no-wrap", "--no-obsolete", *choice, po]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r"^msgid (.*?)(?=^msgid_plural|^msgstr)", said, flags=re.MULTILINE | re.DOTALL)
    return sorted(set(map(str.strip, found)) - {'""'})


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """A copy of the house whose catalogues were gathered anew from its words."""
    copy = tmp_path_factory.mktemp("house")
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for name in ("newsroom", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    shutil.copy(ROOT / "manage.py", copy)
    command = [sys.executable, "manage.py", "makemessages", "--no-location"]
    for language in LANGUAGES:
        command += ["--locale", language]
    subprocess.run(command, check=True, cwd=copy, capture_output=True)
    return copy


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_interface_is_translated(gathered, language):
    assert names(catalogue(language, gathered), "--untranslated") == []
    assert names(catalogue(language, gathered), "--only-fuzzy") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language, tmp_path):
    fresh = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", fresh, catalogue(language)], check=True)
    assert words(catalogue(language).with_suffix(".mo")) == words(fresh)


def words(mo):
    """Return the translations of a compiled catalogue, the heading apart."""
    with mo.open("rb") as file:
        found = dict(gettext.GNUTranslations(file)._catalog)
    found.pop("")
    return found


SPECIMEN = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Pair"
msgstr ""

msgid ""
"Two\n"
"lines"
msgstr ""

#, fuzzy
msgid "Place"
msgstr "地"
"""


def test_the_law_of_catalogues_sees_its_breaks(tmp_path):
    po = tmp_path / "django.po"
    po.write_text(SPECIMEN, encoding="utf-8")
    assert names(po, "--untranslated") == ['""\n"Two\\n"\n"lines"', '"Pair"']
    assert names(po, "--only-fuzzy") == ['"Place"']


def test_the_words_of_every_room_are_gathered(gathered):
    assert '"Staff"' in names(catalogue("en", gathered))


# Under another name than its own or `_`, a call is not seen when words are gathered.
ALIAS = re.compile(r"import n?p?gettext(?:_lazy)? as (?!_$)\w+", flags=re.MULTILINE)


def test_words_are_marked_under_names_that_are_gathered():
    marked = {file.name: ALIAS.findall(file.read_text()) for file in (ROOT / "newsroom").rglob("*.py")}
    assert {name: found for name, found in marked.items() if found} == {}
    assert ALIAS.findall("from x import gettext as _t\n") and not ALIAS.findall("from x import gettext_lazy as _\n")


HAN = "[\u3400-\u9fff]"
# What an editor of the language does not let pass.
UNSET = {
    "en": re.compile(r"\w'|\"|\.\.\.|  "),
    "zh_Hans": re.compile(rf"{HAN}[,:;?!()]|[,:;?!()]{HAN}|{HAN}\.(?!%)|{HAN} +[A-Za-z0-9%]|[A-Za-z0-9] +{HAN}|[\"']"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_set_as_the_language_is_set(language):
    assert [
        said for said in words(catalogue(language).with_suffix(".mo")).values() if UNSET[language].search(said)
    ] == []


def test_the_law_of_typesetting_sees_its_breaks():
    assert all(map(UNSET["en"].search, ("the office's", 'a "word"', "wait...")))
    assert all(map(UNSET["zh_Hans"].search, ("来源:文件", "共 3 条", "条目(3)", '"报道"', "中文.")))
    assert not UNSET["zh_Hans"].search("来源：ISO 3166代码，共3条（如CN）")
