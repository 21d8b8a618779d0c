"""What the desk asks before a deed on words is done; `subject` is a version."""

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.articles.admin.forecast import called
from newsroom.articles.deeds import orphans_of
from newsroom.articles.models import Version
from newsroom.languages import other
from newsroom.publishing.amendments import waiting_for
from newsroom.publishing.questions import MomentQuestion, Question


class ReturnQuestion(Question):
    note = forms.CharField(
        label=_("What has to be changed"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For the author, such as: The second agreement is missing."),
    )


class ApproveQuestion(MomentQuestion):
    both = forms.BooleanField(
        label=_("Approve the other language too, for the same moment"), required=False, initial=True
    )

    links = forms.BooleanField(
        label=_("Approve the waiting change of what the story reports too"), required=False, initial=True
    )

    def __init__(self, data=None, **facts):
        super().__init__(data, **facts)
        if waiting_for(self.subject.edition.article) is None:
            del self.fields["links"]
        self.sibling = sibling_of(self.subject)
        if self.sibling is None or self.sibling.state != Version.State.SUBMITTED:
            del self.fields["both"]

    def versions(self) -> list[Version]:
        """Return what is approved: this version, and the other language's if that was chosen."""
        return [self.subject, self.sibling] if self.cleaned_data.get("both") else [self.subject]


class AloneQuestion(MomentQuestion):
    reason = forms.CharField(
        label=_("Why nobody else could approve"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Somebody else must look it over afterwards. Such as: Typhoon warning, Sunday night."),
    )


class WithdrawQuestion(Question):
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
        help_text=_("Those that are marked leave the site with the story; the others stay."),
    )

    def __init__(self, data=None, **facts):
        super().__init__(data, **facts)
        self.orphans = {f"{row._meta.label_lower}:{row.pk}": row for row in orphans_of(self.subject.edition, self.at)}
        self.fields["take_along"].choices = [(key, called(row)) for key, row in self.orphans.items()]
        if not self.orphans:
            del self.fields["take_along"]

    def going(self) -> list:
        return [self.orphans[key] for key in self.cleaned_data.get("take_along", [])]


def sibling_of(version: Version) -> Version | None:
    """Return the version in work of the other language, if there is one."""
    language = other(version.edition.language)
    return Version.objects.in_work().filter(edition__article=version.edition.article_id).in_language(language).first()
