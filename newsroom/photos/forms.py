"""Forms of photos: a new photo with its upload."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.forms.validated import ValidatedForm
from newsroom.photos.intake import Taken
from newsroom.photos.models import Photo

WORDS = ("alt_zh", "alt_en", "caption_zh", "caption_en", "credit_zh", "credit_en")
ACCEPTED = ".jpg,.jpeg,.png,.webp,.avif"


class NewPhotoForm(ValidatedForm):
    """Form of a new photo. `taken` is the processed upload: a picture, or an error message."""

    taken: Taken | ValidationError | None = None

    upload = forms.FileField(
        label=_("picture"),
        help_text=_("JPEG, PNG, WebP or AVIF, at most 30 MB and 50 million pixels. Its hidden notes are not kept."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

    class Meta:
        model = Photo
        fields = ("focus_x", "focus_y", "whole", "drawn", *WORDS)

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        if isinstance(self.taken, ValidationError):
            raise self.taken
        if self.taken is not None:
            self.instance.develop(self.taken)
        return upload
