"""Files of sources: what they have to be, and where they stand.

A file is known by `<token>/<name>`: an unguessable word and what the sender called it. It stands under that in the
site's storage, and readers find it at `/files/<token>/<name>` while something that they see cites its source.
"""

import logging
import re
import secrets
import struct
import zipfile
from collections.abc import Iterable
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from newsroom.forms.uploads import NO_ROOM, refuse_size
from newsroom.sources.models import Source

log = logging.getLogger(__name__)

MEGABYTES = 20
LONGEST_NAME = 60  # characters, before the ending
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ofd": "application/ofd",
}
# What a zip file holds at least to be a document of that kind.
PARTS = {"docx": {"[Content_Types].xml", "word/document.xml"}, "ofd": {"OFD.xml"}}
MEMBERS, UNPACKED = 5_000, 400 * 1024 * 1024  # more than any honest document has; bytes
END = b"PK\x05\x06"  # of a zip file: how many members it has, and how long their list is
LONG_END = b"PK\x06\x07"

NO_DOCUMENT = _("This is no document that can be used here. Choose a PDF, DOCX or OFD file.")
DAMAGED = _("This document is damaged or not complete. Save or send it again.")
MACROS = _("This document holds a program (macros). Save it without one.")
WRONG_ENDING = _("The ending of the file's name does not say what it is: this is a .%(ending)s file.")


def stored(file: str) -> str:
    """Return the name in the storage of the file known by `file`."""
    return f"files/{file}"


def type_of(file: str) -> str:
    return TYPES[ending_of(file)]


def ending_of(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")


def lay_down(upload: UploadedFile) -> str:
    """Put a document into the storage and return what it is known by; raises ValidationError, nothing is kept then."""
    refuse_size(upload, MEGABYTES)
    ending = kind_of(upload)
    if ending_of(upload.name) != ending:
        raise ValidationError(WRONG_ENDING % {"ending": ending})
    file = f"{secrets.token_urlsafe(16)}/{_name(upload.name)}.{ending}"
    upload.seek(0)
    try:
        default_storage.save(stored(file), File(upload))
    except OSError:
        clear_away(file)
        raise ValidationError(NO_ROOM) from None
    return file


def clear_away(file: str) -> None:
    """Remove a file; where it cannot be removed that is logged, and readers do not find it anyway."""
    try:
        default_storage.delete(stored(file))
        default_storage.delete(stored(file.partition("/")[0]))
    except OSError:
        log.exception("The file %s, which no source names, could not be removed.", file)


def clear_away_unnamed(files: Iterable[str]) -> None:
    """Remove those of the files that no source names: the form was refused, or they were replaced."""
    for file in files:
        if not Source.objects.with_file(file).exists():
            clear_away(file)


def _name(sent: str) -> str:
    word = re.sub(r"[^\w-]+", "-", PurePath(sent).stem)[:LONGEST_NAME].strip("-_")
    return word or "document"


# What a file is, by its content


def kind_of(upload: UploadedFile) -> str:
    """Return "pdf", "docx" or "ofd"; raise ValidationError for anything else."""
    upload.seek(0)
    start = upload.read(5)
    if start == b"%PDF-":
        if b"%%EOF" not in _last(upload, 1024):
            raise ValidationError(DAMAGED)
        return "pdf"
    if not start.startswith(b"PK\x03\x04"):
        raise ValidationError(NO_DOCUMENT)
    names = _members(upload)
    if any(PurePath(name).name.lower() == "vbaproject.bin" for name in names):
        raise ValidationError(MACROS)
    for ending, parts in PARTS.items():
        if parts <= names:
            return ending
    raise ValidationError(NO_DOCUMENT)


def _members(upload: UploadedFile) -> set[str]:
    """Return the names in a zip file. Nothing is unpacked, and a list that is too long is not even read."""
    _refuse_long_list(upload)
    try:
        with zipfile.ZipFile(upload) as packed:
            members = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError):
        raise ValidationError(DAMAGED) from None
    if sum(member.file_size for member in members) > UNPACKED or any(member.flag_bits & 1 for member in members):
        raise ValidationError(NO_DOCUMENT)
    return {member.filename for member in members}


def _refuse_long_list(upload: UploadedFile) -> None:
    tail = _last(upload, 65_535 + 22)
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + 22:
        raise ValidationError(DAMAGED)
    members, length = struct.unpack_from("<HI", tail, at + 10)
    if members > MEMBERS or length > MEMBERS * 500 or LONG_END in tail[max(0, at - 20) : at]:
        raise ValidationError(NO_DOCUMENT)


def _last(upload: UploadedFile, length: int) -> bytes:
    upload.seek(max(0, upload.size - length))
    return upload.read(length)
