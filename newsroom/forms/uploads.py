"""Upload handler with a size limit that survives a full disk.

The rooms that take files in ask `refuse_size` first; what a file is they decide themselves, by its content.
"""

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.utils.translation import gettext_lazy as _

MOST = 32 * 1024 * 1024  # bytes of one file that are kept at all: more than any room takes
NO_ROOM = _("The server has no room for this file at the moment. Tell whoever runs it, and try again later.")
TOO_LARGE = _("This file is larger than %(most)s MB.")
EMPTY = _("This file is empty.")


class Bounded(TemporaryFileUploadHandler):
    """Keep the first `MOST` bytes of a file on disk and count the rest, so that a form can say what is wrong with it.

    A file that could not be kept is handed on empty, with `failed` set.
    """

    failed = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.failed = False
        if hasattr(self, "file"):  # the one before: if this one cannot be opened, that one must not be removed for it
            del self.file
        try:
            super().new_file(*args, **kwargs)
        except OSError:
            self.failed = True

    def receive_data_chunk(self, raw_data: Any, start: Any) -> None:
        if self.failed or start >= MOST:
            return
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:
            self.failed = True

    def file_complete(self, file_size: Any) -> Any:
        with suppress(OSError):  # the last bytes are written only here
            if not self.failed:
                return super().file_complete(file_size)
        with suppress(OSError):
            self.upload_interrupted()
        nothing = SimpleUploadedFile(self.file_name, b"")
        nothing.size, nothing.failed = file_size, True
        return nothing


def refuse_size(upload: UploadedFile, megabytes: int, refusal: type[ValidationError] = ValidationError) -> None:
    """Raise `refusal` with a sentence if the file is empty, has more than so many megabytes, or could not be kept."""
    if getattr(upload, "failed", False):
        raise refusal(NO_ROOM)
    if not upload.size:
        raise refusal(EMPTY)
    if upload.size > megabytes * 1024 * 1024:
        raise refusal(TOO_LARGE % {"most": megabytes})
