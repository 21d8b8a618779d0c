"""Rich-text form field: a plain textarea, enhanced by an editor where JavaScript runs.

The editor (django-prose-editor) is configured in `static/desk/prose.js` with the elements that `articles.body` allows.
The server cleans every submission; the editor only keeps writers from typing what cleaning would remove.
"""

import json
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy
from django_prose_editor.widgets import importmap, prose_editor_js
from js_asset import ImportMap, Media, Script

from newsroom.articles.body import as_typed, clean_body

# Module names of the editor: one inline import map, allowed in the CSP by its hash (`desk.policy`).
MODULES = importmap | ImportMap({"newsroom/pasting": "desk/pasting.js"})

# Labels of the buttons and of the link dialog.
WORDS = {
    "text": pgettext_lazy("editor", "Text"),
    "heading": pgettext_lazy("editor", "Heading"),
    "subheading": pgettext_lazy("editor", "Subheading"),
    "bold": pgettext_lazy("editor", "Bold"),
    "emphasis": pgettext_lazy("editor", "Emphasis"),
    "foreign": pgettext_lazy("editor", "Other language"),
    "tongue": pgettext_lazy("editor", "Another language"),
    "tag": pgettext_lazy("editor", "Its tag, such as ja, de or zh-Hant"),
    "mark": pgettext_lazy("editor", "Mark the words"),
    "bullets": pgettext_lazy("editor", "List"),
    "numbers": pgettext_lazy("editor", "Numbered"),
    "quotation": pgettext_lazy("editor", "Quotation"),
    "link": pgettext_lazy("editor", "Link"),
    "unlink": pgettext_lazy("editor", "Remove link"),
    "table": pgettext_lazy("editor", "Table"),
    "addRow": pgettext_lazy("editor", "Add row"),
    "addColumn": pgettext_lazy("editor", "Add column"),
    "dropRow": pgettext_lazy("editor", "Delete row"),
    "dropColumn": pgettext_lazy("editor", "Delete column"),
    "header": pgettext_lazy("editor", "Heading cell"),
    "dropTable": pgettext_lazy("editor", "Delete table"),
    "undo": pgettext_lazy("editor", "Undo"),
    "redo": pgettext_lazy("editor", "Redo"),
    "address": pgettext_lazy("editor", "Address, such as https://www.example.org/"),
    "set": pgettext_lazy("editor", "Set the link"),
}


class Prose(forms.Textarea):
    """Form field for HTML of paragraphs, headings, lists, quotations, links and tables."""

    cleans = True  # unprintable characters are removed with everything else that a body may not contain

    def alike(self, one: str, other: str) -> bool:
        """Return whether two texts read the same, however they were typed."""
        return clean_body(as_typed(one)) == clean_body(as_typed(other))

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        context = super().get_context(name, value, attrs)
        words = {name: str(word) for name, word in WORDS.items()}
        context["widget"]["attrs"]["data-prose"] = json.dumps(words, ensure_ascii=False)
        return context

    @property
    def media(self) -> Any:
        return Media(
            importmap=MODULES,
            css={"all": ["django_prose_editor/editor.css", "desk/prose.css"]},
            js=[prose_editor_js, Script("desk/prose.js", type="module")],
        )
