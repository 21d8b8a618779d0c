"""Documents as somebody might send them: sound, broken and crafted, made here."""

import struct
import zipfile
from io import BytesIO

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
PARTS_OF_DOCX = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
PARTS_OF_OFD = ("OFD.xml", "Doc_0/Document.xml")


def packed(*names: str, content: bytes = b"<xml/>") -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


DOCX, OFD = packed(*PARTS_OF_DOCX), packed(*PARTS_OF_OFD)


def claiming(document: bytes, members: int) -> bytes:
    """Return a zip file whose end claims so many members."""
    at = document.rindex(b"PK\x05\x06")
    return document[: at + 10] + struct.pack("<H", members) + document[at + 12 :]


def locked_with_password() -> bytes:
    """Return a document that says of its parts that they are encrypted."""
    changed = bytearray(DOCX)
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def inflating() -> bytes:
    """Return a small document whose parts claim to be enormous once they are unpacked."""
    changed = bytearray(packed(*PARTS_OF_DOCX))
    at = changed.find(b"PK\x01\x02")
    changed[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(changed)


NO_DOCUMENTS = {
    "page.pdf": b"<!doctype html><script>alert(1)</script>",
    "later.pdf": b"<script>alert(1)</script>" + PDF,
    "words.docx": b"Minutes of the meeting",
    "archive.docx": packed("minutes.txt"),
    "table.docx": packed("[Content_Types].xml", "xl/workbook.xml"),
    "archive.ofd": packed("Doc_0/Document.xml"),
    "program.pdf": b"MZ" + bytes(500),
    "many.docx": claiming(DOCX, 60_000),
    "inflating.docx": inflating(),
    "password.docx": locked_with_password(),
}
BROKEN = {
    "half.pdf": PDF[:40],
    "half.docx": DOCX[: len(DOCX) // 2],
    "half.ofd": OFD[: len(OFD) - 30],
    "list.docx": DOCX.replace(b"PK\x01\x02", b"PK\x09\x09"),
}
