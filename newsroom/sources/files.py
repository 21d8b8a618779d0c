"""Storage and validation of uploaded source files.

The key of a file is `<token>/<name>`: an unguessable token and the uploaded file's name. It is stored under that key,
and served at `/files/<token>/<name>` while a public record cites its source.
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
LONGEST_NAME = 60  # characters, without the extension
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ofd": "application/ofd",
}
# Members that a zip file of this format must contain.
PARTS = {"docx": {"[Content_Types].xml", "word/document.xml"}, "ofd": {"OFD.xml"}}
MEMBERS, UNPACKED = 5_000, 400 * 1024 * 1024  # limits against zip bombs: number of members; unpacked bytes
END = b"PK\x05\x06"  # end-of-central-directory record: number of members, size of their list
LONG_END = b"PK\x06\x07"

NO_DOCUMENT = _("This is no document that can be used here. Choose a PDF, DOCX or OFD file.")
DAMAGED = _("This document is damaged or not complete. Save or send it again.")
MACROS = _("This document holds a program (macros). Save it without one.")
WRONG_ENDING = _("The ending of the file's name does not say what it is: this is a .%(ending)s file.")


def stored(file: str) -> str:
    """Return the storage name of a file key."""
    return f"files/{file}"


def type_of(file: str) -> str:
    return TYPES[ending_of(file)]


def ending_of(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")


def lay_down(upload: UploadedFile) -> str:
    """Store a document and return its key. Raise ValidationError, storing nothing, if it is not acceptable."""
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
    """Delete a file. A failure is only logged: no source names the file, so it is not served."""
    try:
        default_storage.delete(stored(file))
        default_storage.delete(stored(file.partition("/")[0]))
    except OSError:
        log.exception("The file %s, which no source names, could not be removed.", file)


def clear_away_unnamed(files: Iterable[str]) -> None:
    """Delete the files that no source names, because the form was invalid or they were replaced."""
    for file in files:
        if not Source.objects.with_file(file).exists():
            clear_away(file)


def _name(sent: str) -> str:
    word = re.sub(r"[^\w-]+", "-", PurePath(sent).stem)[:LONGEST_NAME].strip("-_")
    return word or "document"


# Format detection by content


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
    """Return the member names of a zip file without unpacking it; an oversized directory is not even parsed."""
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
