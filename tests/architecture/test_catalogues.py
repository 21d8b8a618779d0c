"""Every word of the interface stands in both catalogues, and what is compiled is what is written."""

import gettext
import io
import re
import shutil
import subprocess

import polib
import pytest

from newsroom import catalogues
from newsroom.management import messages, translations
from tests.architecture.reading import ROOT

LANGUAGES = ["en", "zh_Hans"]
WRITTEN = {catalogues.language_of(path): path for path in catalogues.written()}


@pytest.fixture(scope="module")
def gathered():
    if not all(map(shutil.which, messages.PROGRAMS)):
        pytest.skip("gettext's programs are not installed")
    return messages.gather()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_interface_is_translated(gathered, language):
    catalogue = messages.read(WRITTEN[language])
    messages.merge(catalogue, gathered)
    assert [entry.msgid for entry in messages.untranslated(catalogue)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_are_as_the_command_writes_them(gathered, language):
    catalogue = messages.read(WRITTEN[language])
    messages.merge(catalogue, gathered)
    assert str(catalogue) == WRITTEN[language].read_text("utf-8"), "run python3 manage.py words"


def test_the_words_of_every_room_are_gathered(gathered):
    assert {"Staff", "%(home)s and %(partner)s"} <= {entry.msgid for entry in gathered}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language, tmp_path):
    translations.prepare(tmp_path / "locale" / "made")
    compiled = words((tmp_path / "locale" / "made" / language / "LC_MESSAGES" / "django.mo").read_bytes())

    assert set(compiled.values()) == set(said(language))
    if shutil.which("msgfmt"):
        command = ["msgfmt", "--check-format", "-o", "-", WRITTEN[language]]
        assert compiled == words(subprocess.run(command, check=True, capture_output=True).stdout)


def words(mo):
    """Return the translations of a compiled catalogue, the heading apart."""
    found = dict(gettext.GNUTranslations(io.BytesIO(mo))._catalog)
    found.pop("")
    return found


def said(language):
    """Return every translation, each plural form by itself."""
    for entry in polib.pofile(str(WRITTEN[language])):
        yield from entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]


def test_no_compiled_catalogue_is_under_version_control():
    assert "*.mo" in (ROOT / ".gitignore").read_text().splitlines()
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "*.mo"]
        assert subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout == ""


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
    assert [words for words in said(language) if UNSET[language].search(words)] == []


def test_the_law_of_typesetting_sees_its_breaks():
    assert all(map(UNSET["en"].search, ("the office's", 'a "word"', "wait...")))
    assert all(map(UNSET["zh_Hans"].search, ("来源:文件", "共 3 条", "条目(3)", '"报道"', "中文.")))
    assert not UNSET["zh_Hans"].search("来源：ISO 3166代码，共3条（如CN）")
