"""Scratch changes of the house: a public page, a role, a deed."""

import re

from tests.recipes.steps import Checkout, Recipe, Step, after, instead, makemigrations, new, words

ROWS = "tests/pages/test_page_table.py"
ANSWERS = "tests/pages_records/test_every_page.py::test_what_is_public_can_be_read_in_both_languages"
VIEW = '''

@require_safe
def events(request: HttpRequest, language: str) -> HttpResponse:
    """Every event, the newest first."""
    known = Event.objects.public(request.moment).with_names().newest_first()
    found = numbered_page(known, request.GET.get("page"), path=request.path)
    context = {
        "head": list_head(request, _("Events"), _("Who met whom, and when.")),
        "listing": found,
        "events": [rows.event_row(event, language) for event in found.rows],
        **addresses(request, question=found.asked()),
    }
    return render(request, "cooperation/events.html", context)
'''
TEMPLATE = """{# Every event. Inputs: listing, events (rows.event_row). #}
{% extends "base.html" %}{% load i18n typeset %}
{% block main %}
<header class="page-head">
<h1>{% translate "Events" %}</h1>
</header>
<ol class="rows">
{% for event in events %}<li>
<p class="gutter">{% if event.day %}{{ event.day|day }}{% endif %}</p>
<div><h2 class="title">{% include "components/name.html" with name=event.name address=event.address %}</h2></div>
</li>
{% endfor %}
</ol>
{% include "components/pagination.html" with pages=listing.pages %}
{% endblock %}
"""
PAGE = Recipe(
    "A public page",
    (
        after(
            "newsroom/cooperation/views/events.py",
            ('    return render(request, "cooperation/event.html", context)\n', VIEW),
            (
                "from newsroom.dates import Day\n",
                "from newsroom.lists.pagination import numbered_page\n",
            ),
            ("from newsroom.pages.head import ", "addresses, list_head, "),
            law=ANSWERS,
        ),
        new("templates/cooperation/events.html", TEMPLATE, law=ANSWERS),
        instead(
            "newsroom/urls.py",
            (
                '    public_page("events/<slug:slug>/"',
                '    public_page("events/", events.events, "events", LIST, lists="event"),\n'
                '    public_page("events/<slug:slug>/"',
            ),
            law=ROWS,
        ),
        after("tests/readers/sheet.py", ('    "events/2019-08-18-ningbo-meeting/",\n', '    "events/",\n'), law=ROWS),
        words({"Events": "活动", "Who met whom, and when.": "谁与谁会面、在何时。"}),
    ),
)

ROLE_LAW = "tests/accounts/test_roles.py"
OLD = "A role says what somebody may do: reporter, translator, editor, publisher, auditor."
SAID = "A role says what somebody may do: reporter, translator, editor, publisher, auditor, archivist."
TWO_LINES = f"""_(
                    "{SAID}"
                )"""


def with_a_column(checkout: Checkout) -> None:
    """Give the new role, in each line of the tables, what the last one has."""
    path = ROLE_LAW
    checkout.replace(path, '"publisher", "auditor")', '"publisher", "auditor", "archivist")')
    text = (checkout.root / path).read_text("utf-8")
    checkout.write(path, re.sub(r"^([a-z.]+(?: +[vacdx-]+){4}( +[vacdx-]+))$", r"\1\2", text, flags=re.MULTILINE))


ROLE = Recipe(
    "A role",
    (
        after(
            "newsroom/accounts/groups.py",
            ('    "auditor": SEES_ALL,\n', '    "archivist": SEES_ALL,\n'),
            law=ROLE_LAW,
        ),
        instead("newsroom/desk/admin.py", (f'_("{OLD}")', TWO_LINES), law=ROLE_LAW),
        Step(ROLE_LAW, ROLE_LAW, with_a_column),
        words({SAID: "角色决定可进行的操作：reporter、translator、editor、publisher、auditor、archivist。"}),
    ),
)

DEEDS = "tests/publishing/test_deed_table.py"
DONE = f"{DEEDS}::test_deeds_are_done_from_the_phases_of_the_table_with_its_permission[submitted]"
PRINTED = f"{DEEDS}::test_the_docstring_prints_the_table"
OFFERED = f"{DEEDS}::test_every_deed_but_writing_has_a_page_in_the_desk"
PACKAGE = "newsroom/articles/deeds/__init__.py"
RECALL = '''

def recall(version: Version, *, by: User) -> None:
    """Take words back that were handed in: they are a draft again."""
    RECALL.require(by)
    with deed(Verb.RECALL, version, by=by) as log_entry:
        version = reloaded(version)
        if not RECALL.fits(version, log_entry.at):
            raise Refused(_("Only submitted words can be taken back."))
        version.state = Version.State.DRAFT
        version.save()
'''
ASKED = """    "recall": DeedPage(
        button=_("Take back"),
        says=_("The words are a draft again, and nobody approves them."),
        done=_("Taken back."),
        perform=lambda form, by: deeds.recall(form.subject, by=by),
        statement=statement.of_words,
        words=_words,
    ),
"""
DEED = Recipe(
    "A deed",
    (
        after(
            "newsroom/publishing/models.py",
            ('    SUBMIT = "submit", _("submitted")\n', '    RECALL = "recall", _("took back")\n'),
            law=DONE,
        ),
        makemigrations("publishing"),
        after(
            "newsroom/articles/deeds/table.py",
            (
                'SUBMIT = Deed("submit", (Phase.DRAFT, Phase.RETURNED))\n',
                'RECALL = Deed("submit", (Phase.SUBMITTED,))\n',
            ),
            ('    "submit": SUBMIT,\n', '    "recall": RECALL,\n'),
            law=PRINTED,
        ),
        after(
            "newsroom/articles/deeds/writing.py",
            ("CORRECT, DISCARD, ", "RECALL, "),
            (
                '        version.return_note = version.taken_back = ""\n        version.save()\n'
                "        cover(version, log_entry.at)\n",
                RECALL,
            ),
            law=DONE,
        ),
        after(
            PACKAGE,
            ("| submit | draft, returned | submit | submitted |\n", "| recall | submitted | submit | draft |\n"),
            ("import begin, correct, discard, ", "recall, "),
            ('    "orphans_of",\n', '    "recall",\n'),
            law=PRINTED,
        ),
        instead(
            "newsroom/articles/admin/deed_pages.py",
            ('    "return": DeedPage(\n', ASKED + '    "return": DeedPage(\n'),
            law=OFFERED,
        ),
        words(
            {
                "took back": "收回",
                "Only submitted words can be taken back.": "只有已提交的文稿可以收回。",
                "Take back": "收回",
                "The words are a draft again, and nobody approves them.": "文稿恢复为草稿，不再审批。",
                "Taken back.": "已收回。",
            }
        ),
        after(
            DEEDS,
            (
                '    "submit": lambda version, by: deeds.submit(version, by=by),\n',
                '    "recall": lambda version, by: deeds.recall(version, by=by),\n',
            ),
            law=OFFERED,
        ),
    ),
)
