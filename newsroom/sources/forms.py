"""Admin form of a source, with an uploaded file per language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.forms.validated import ValidatedForm
from newsroom.sources import files

ACCEPTED = ".pdf,.docx,.ofd"


class Present:
    """The initial value of the file widget: the stored file's name and URL."""

    def __init__(self, file: str, url: str) -> None:
        self.file, self.url = file, url

    def __str__(self) -> str:
        return self.file.partition("/")[2]


def _field(label: Any, help_text: Any = "") -> forms.FileField:
    widget = forms.ClearableFileInput(attrs={"accept": ACCEPTED})
    return forms.FileField(label=label, required=False, widget=widget, help_text=help_text)


class SourceForm(ValidatedForm):
    """Form of a source; the admin sets its fields.

    `touched` collects the keys of files that may have no source after saving, for cleanup.
    """

    touched: list[str] = []
    address_of_file = staticmethod(lambda source, prefix: "")

    upload_zh = _field(_("file in Chinese"))
    upload_en = _field(
        _("file in English"), _("The text itself, where there is no page: PDF, DOCX or OFD, at most 20 MB.")
    )

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for prefix in ("zh", "en"):
            if file := getattr(self.instance, f"file_{prefix}"):
                self.initial[f"upload_{prefix}"] = Present(file, self.address_of_file(self.instance, prefix))

    def clean_upload_zh(self) -> Any:
        return self._take_in("zh")

    def clean_upload_en(self) -> Any:
        return self._take_in("en")

    def _take_in(self, prefix: str) -> Any:
        sent, column = self.cleaned_data[f"upload_{prefix}"], f"file_{prefix}"
        if sent is None or isinstance(sent, Present):
            return sent
        file = files.lay_down(sent) if sent else ""
        self.touched.extend(filter(None, (file, getattr(self.instance, column))))
        setattr(self.instance, column, file)
        return sent
