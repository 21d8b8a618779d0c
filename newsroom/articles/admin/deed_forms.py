"""Deed forms on versions; `subject` is a version."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.articles.admin.offers import open_links
from newsroom.articles.deeds import orphans_of
from newsroom.articles.models import PreviewLink, Version
from newsroom.forms.deed_forms import DeedForm, MomentForm
from newsroom.forms.forecast import called
from newsroom.forms.typed import SeveralRecords
from newsroom.languages import other
from newsroom.photos.models import Photo
from newsroom.publishing.amending.amendments import waiting_for
from newsroom.publishing.moments import printed
from newsroom.publishing.statements import key_of


class ReturnForm(DeedForm):
    note = forms.CharField(
        label=_("What has to be changed"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For the author, such as: The second agreement is missing."),
    )


class ApproveForm(MomentForm):
    both = forms.BooleanField(
        label=_("Approve the other language too, for the same moment"), required=False, initial=True
    )

    links = forms.BooleanField(
        label=_("Approve the waiting change of what the story reports too"), required=False, initial=True
    )

    def __init__(self, data: Any = None, **facts: Any) -> None:
        super().__init__(data, **facts)
        if waiting_for(self.subject.edition.article) is None:
            del self.fields["links"]
        self.sibling = sibling_of(self.subject)
        if self.sibling is None or self.sibling.state != Version.State.SUBMITTED:
            del self.fields["both"]

    def clean(self) -> Any:
        """Refuse both languages where the other is not what was submitted; approved by now, it is not in work."""
        if self.sibling and "both" not in self.fields and self.data.get("both"):
            self.add_error(None, _("The other language is in work again. Look at it, or approve this one alone."))
        return super().clean()

    def versions(self) -> list[Version]:
        """Return the versions to approve: this one, and the other language's if that is chosen."""
        return [self.subject, self.sibling] if self._is_chosen("both") else [self.subject]

    def takes_links(self) -> bool:
        """Return whether the waiting change of what the story reports is approved too."""
        return self._is_chosen("links")

    def _is_chosen(self, name: str) -> bool:
        return name in self.fields and bool(self[name].value())


class AloneForm(MomentForm):
    reason = forms.CharField(
        label=_("Why nobody else could approve"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Somebody else must look it over afterwards. Such as: Typhoon warning, Sunday night."),
    )


class WithdrawForm(DeedForm):
    reason = forms.CharField(
        label=_("Reason, for readers"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In the language of the edition, such as: The visit has been postponed."),
    )
    hide_headline = forms.BooleanField(label=_("Hide the headline too"), required=False)
    take_along = forms.MultipleChoiceField(
        label=_("Records that nothing else keeps"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those that are marked leave the site with the story, and what hangs below them; the others stay."),
    )

    def __init__(self, data: Any = None, **facts: Any) -> None:
        super().__init__(data, **facts)
        self.orphans = {key_of(row): row for row in orphans_of(self.subject.edition, self.at)}
        choices = [(key, called(row)) for key, row in self.orphans.items() if not isinstance(row, Photo)]
        self.fields["take_along"].choices = choices
        if not choices:
            del self.fields["take_along"]

    def going(self) -> list:
        return [self.orphans[key] for key in self.cleaned_data.get("take_along", [])]


class PreviewForm(DeedForm):
    days = forms.ChoiceField(
        label=_("How long"),
        choices=[(1, _("one day")), (3, _("three days")), (7, _("seven days")), (30, _("thirty days"))],
        initial=3,
        help_text=_("It ends earlier when the version becomes public, or when you close it."),
    )


class LinkChoice(SeveralRecords):
    def label_from_instance(self, link: Any) -> Any:
        facts = {"moment": printed(link.expires_at), "name": link.created_by}
        return _("open until %(moment)s, made by %(name)s") % facts


class ClosePreviewsForm(DeedForm):
    links = LinkChoice(None, label=_("Links"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, **facts: Any) -> None:
        super().__init__(data, **facts)
        still_open = [link.pk for link in open_links(self.subject, self.at)]
        field = self.fields["links"]
        field.queryset = PreviewLink.objects.select_related("created_by").filter(pk__in=still_open).order_by("-pk")
        field.initial = still_open


def sibling_of(version: Version) -> Version | None:
    """Return the other language's version in work, if there is one."""
    language = other(version.edition.language)
    return Version.objects.in_work().filter(edition__article=version.edition.article_id).in_language(language).first()
