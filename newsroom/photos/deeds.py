"""Entering a photo."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.photos.intake import taken_in
from newsroom.photos.models import Photo
from newsroom.publishing.deeds import deed
from newsroom.publishing.models import Verb


def enter(upload: UploadedFile, *, by, **words) -> Photo:
    """Enter a picture and its words; raises `intake.Unfit` where the file is no picture that can be used."""
    with taken_in(upload) as taken, transaction.atomic():
        photo = Photo(token=taken.token, width=taken.width, height=taken.height, **words)
        photo.full_clean()
        photo.save()
        with deed(Verb.SAVE, photo, by=by, note=_("Entered.")):
            pass
    return photo
