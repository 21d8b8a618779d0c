"""Deed of photos: create one from an upload."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.photos.intake import taken_in
from newsroom.photos.models import Photo
from newsroom.publishing.deeds import deed, hold
from newsroom.publishing.models import Verb


def enter(upload: UploadedFile, *, by: User, **words: Any) -> Photo:
    """Create a photo from an upload, its words and focal point. Raise `intake.Unfit` for an unusable file."""
    photo = Photo(**words)
    with taken_in(upload, photo.focus) as taken, transaction.atomic():
        hold()
        photo.develop(taken)
        photo.full_clean()
        photo.save()
        with deed(Verb.SAVE, photo, by=by, note=_("Entered.")):
            pass
    return photo
