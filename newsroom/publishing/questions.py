"""What the desk asks before a deed is done: one small form each."""

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.moments import MomentField


class Question(forms.Form):
    """Nothing but "are you sure". `subject` is what the deed is about, `at` the moment of asking."""

    def __init__(self, data=None, *, subject, at):
        super().__init__(data)
        self.subject, self.at = subject, at


class MomentQuestion(Question):
    moment = MomentField(label=_("Moment"), required=False)


class ReasonQuestion(Question):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))
