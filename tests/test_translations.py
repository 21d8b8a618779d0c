"""Translations: gathered and merged by one command, compiled into the data folder, and never served stale."""

import errno
import gettext
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polib
import pytest
from django.core.management import CommandError, call_command

from newsroom import catalogues
from newsroom.launch.errors import LaunchError, sentence_for
from newsroom.management import messages, server, statics, translations

HEADING = r"""#
msgid ""
msgstr ""
"Project-Id-Version: Newsroom\n"
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plurals};\n"
"""

ENTRIES = r"""
msgid "Pair"
msgstr "{pair}"

msgctxt "of a story"
msgid "body"
msgstr "{body}"

#, python-format
msgid "%(count)s story"
msgid_plural "%(count)s stories"
{stories}
"""

ENGLISH = HEADING.format(language="en", plurals="nplurals=2; plural=(n != 1)") + ENTRIES.format(
    pair="Pair", body="text", stories='msgstr[0] "%(count)s story"\nmsgstr[1] "%(count)s stories"'
)
CHINESE = HEADING.format(language="zh_Hans", plurals="nplurals=1; plural=0") + ENTRIES.format(
    pair="城市结对", body="正文", stories='msgstr[0] "%(count)s篇报道"'
)

CODE = """
_("Pair")
pgettext("of a story", "body")
ngettext("%(count)s story", "%(count)s stories", 2)
"""


@pytest.fixture
def house(tmp_path, monkeypatch, settings):
    """A house with a handful of words, all of them translated, and nothing compiled."""
    settings.BASE_DIR = tmp_path
    settings.DATA_DIR = tmp_path / "var"
    monkeypatch.setattr(catalogues, "WRITTEN", tmp_path / "newsroom" / "locale")
    for language, text in (("en", ENGLISH), ("zh_Hans", CHINESE)):
        written(tmp_path, language).parent.mkdir(parents=True)
        written(tmp_path, language).write_text(text, "utf-8")
    (tmp_path / "newsroom" / "pages.py").write_text(CODE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_pages.py").write_text('_("Not for readers")\n')
    settings.LOCALE_PATHS = [catalogues.compiled_folder(settings.DATA_DIR)]
    return tmp_path


def written(house, language) -> Path:
    return house / "newsroom" / "locale" / language / "LC_MESSAGES" / "django.po"


def texts(house) -> list[str]:
    return [written(house, language).read_text("utf-8") for language in ("en", "zh_Hans")]


@pytest.fixture
def gathering():
    try:
        messages.demand_gettext()
    except LaunchError:
        pytest.skip("gettext's programs are not installed")


@pytest.mark.usefixtures("gathering")
def test_where_nothing_has_changed_the_command_changes_nothing(house, settings):
    call_command("words")
    assert texts(house) == [ENGLISH, CHINESE]
    assert translations.is_whole(settings.LOCALE_PATHS[0])


@pytest.mark.usefixtures("gathering")
def test_a_new_message_is_named_until_it_is_translated(house):
    (house / "templates" / "page.html").write_text('{% load i18n %}{% translate "Harbour" %}')
    with pytest.raises(CommandError, match=r"zh_Hans/LC_MESSAGES/django\.po: Harbour$"):
        call_command("words")

    english, chinese = texts(house)
    assert english == ENGLISH + '\nmsgid "Harbour"\nmsgstr "Harbour"\n'
    assert chinese == CHINESE + '\nmsgid "Harbour"\nmsgstr ""\n'

    written(house, "zh_Hans").write_text(chinese.replace('"Harbour"\nmsgstr ""', '"Harbour"\nmsgstr "港口"'), "utf-8")
    call_command("words")
    assert mo(catalogues.compiled_folder(house / "var")).gettext("Harbour") == "港口"


@pytest.mark.usefixtures("gathering")
def test_what_another_program_left_behind_is_cleared_away(house):
    noise = '"POT-Creation-Date: 2025-01-01 00:00+0000\\n"\n"Plural-Forms'
    guess = '#, fuzzy\n#| msgid "Pairs"\nmsgid "Pair"\nmsgstr "按城市结对"'
    left = CHINESE.replace('"Plural-Forms', noise).replace('msgid "Pair"\nmsgstr "城市结对"', guess)
    left += '\n#~ msgid "Gone"\n#~ msgstr "已删"\n'
    written(house, "zh_Hans").write_text(left, "utf-8")

    with pytest.raises(CommandError, match=r"django\.po: Pair$"):
        call_command("words")
    assert texts(house)[1] == CHINESE.replace("城市结对", "")


@pytest.mark.usefixtures("gathering")
def test_the_command_says_what_to_install_where_gettext_is_missing(house, monkeypatch):
    monkeypatch.setenv("PATH", str(house))
    with pytest.raises(LaunchError, match=r"^The words cannot be gathered without the programs of gettext: install"):
        call_command("words")


def template(*msgids) -> polib.POFile:
    """Return what is gathered from code that says `msgids` in this order."""
    gathered = polib.POFile()
    gathered.extend(polib.POEntry(msgid=msgid) for msgid in msgids)
    return gathered


def test_messages_keep_their_order_and_a_new_one_stands_after_its_neighbour(house):
    catalogue = messages.read(written(house, "en"))
    messages.merge(catalogue, template("Pair", "Place", "Person"))
    messages.merge(catalogue, template("First", "Person", "New", "Pair", "Place"))
    assert [entry.msgid for entry in catalogue] == ["First", "Pair", "Place", "Person", "New"]


def test_a_message_that_gets_a_plural_is_translated_anew(house):
    catalogue = messages.read(written(house, "zh_Hans"))
    gathered = template("Pair")
    gathered[0].msgid_plural = "Pairs"
    messages.merge(catalogue, gathered)
    assert [(entry.msgstr, entry.msgstr_plural) for entry in catalogue] == [("", {0: ""})]

    messages.fill(catalogue)
    assert catalogue[0].msgstr_plural == {0: "Pair", 1: "Pairs"}


def mo(folder, language="zh_Hans") -> gettext.NullTranslations:
    """Return what a program reads that is shown `folder`."""
    return gettext.translation("django", folder, [language])


def test_contexts_and_plurals_are_compiled(house, settings):
    assert translations.prepare()
    chinese, english = (mo(settings.LOCALE_PATHS[0], language) for language in ("zh_Hans", "en"))
    assert chinese.pgettext("of a story", "body") == "正文"
    assert chinese.gettext("body") == "body"
    forms = [english.ngettext("%(count)s story", "%(count)s stories", number) for number in (1, 2)]
    assert forms == ["%(count)s story", "%(count)s stories"]


def test_of_two_processes_at_once_one_compiles_and_both_end_well(house, settings):
    folder = settings.LOCALE_PATHS[0]
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(translations.prepare, [folder] * 8))
    assert sorted(done) == [False] * 7 + [True]
    assert translations.is_whole(folder) and left_in(folder.parent) == {folder.name}


def left_in(home) -> set[str]:
    return {path.name for path in home.iterdir() if path.is_dir()}


def test_a_full_disk_leaves_nothing_half_made(house, settings, monkeypatch):
    folder = settings.LOCALE_PATHS[0]

    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space") as refused:
            translations.prepare()
    assert sentence_for(refused.value).startswith("The disk is full")
    assert left_in(folder.parent) == set()


def test_a_folder_that_lacks_a_language_is_made_anew(house, settings):
    translations.prepare()
    lost, _kept = translations.compiled(settings.LOCALE_PATHS[0])
    lost.unlink()
    assert translations.prepare() and lost.is_file()


def test_another_content_has_another_folder_and_the_last_one_stays(house, settings):
    folders = []
    for age, word in ((3, "结对"), (2, "对"), (1, "双城")):
        written(house, "zh_Hans").write_text(CHINESE.replace("城市结对", word), "utf-8")
        folders.append(catalogues.compiled_folder(settings.DATA_DIR))
        translations.prepare(folders[-1])
        os.utime(folders[-1], (0, 10 - age))
        assert mo(folders[-1]).gettext("Pair") == word
    (folders[0].parent / f"{translations.MAKING}broken").mkdir()
    assert left_in(folders[0].parent) == {folders[1].name, folders[2].name, f"{translations.MAKING}broken"}

    written(house, "zh_Hans").write_text(CHINESE, "utf-8")
    last = catalogues.compiled_folder(settings.DATA_DIR)
    translations.prepare(last)
    assert left_in(last.parent) == {folders[2].name, last.name}


def test_a_step_back_to_an_older_checkout_makes_its_folder_the_newest(house, settings):
    older = settings.LOCALE_PATHS[0]
    translations.prepare(older)
    os.utime(older, (0, 0))
    translations.prepare(older)
    assert older.stat().st_mtime > 0


@pytest.mark.django_db
def test_the_server_refuses_translations_that_are_not_of_its_checkout(house, settings, monkeypatch):
    monkeypatch.setattr(statics, "collect", lambda: None)
    monkeypatch.setattr(server, "serve", lambda *_, **__: pytest.fail("it serves"))
    translations.prepare()
    written(house, "zh_Hans").write_text(CHINESE.replace("城市结对", "结对"), "utf-8")
    settings.LOCALE_PATHS = [catalogues.compiled_folder(settings.DATA_DIR)]
    with pytest.raises(LaunchError, match=r"^The translations are not compiled: run python3 manage.py migrate, then"):
        call_command("serve", port=0)

    call_command("migrate", plan=True, verbosity=0)
    translations.demand_compiled()
