"""Files as somebody might send them: sound ones, broken ones and crafted ones, made here."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin

SECRET = "48.8583N-Secret-Camera"
SIZE = (64, 48)


def upload(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = SIZE, colour=None, **how) -> bytes:
    """Return an encoded picture of one colour."""
    return encoded(Image.new(mode, size, colour if colour is not None else "red"), kind, **how)


def encoded(image: Image.Image, kind: str, **how) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **how)
    return stream.getvalue()


def striped(kind: str, orientation: int) -> bytes:
    """Return a wide picture, red on its left, blue otherwise, that says how it is to be turned."""
    image = Image.new("RGB", SIZE, "blue")
    image.paste("red", (0, 0, SIZE[0] // 4, SIZE[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(image, kind, exif=exif)


def telling(kind: str) -> bytes:
    """Return a picture that carries a secret in every place where its format keeps notes."""
    exif = Image.Exif()
    exif[0x010F] = exif[0x8298] = SECRET
    how = {"exif": exif}
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", SECRET)
        notes.add_itxt("XML:com.adobe.xmp", SECRET)
        how["pnginfo"] = notes
    else:
        how["xmp"] = SECRET.encode()
    if kind == "JPEG":
        how["comment"] = SECRET
    return picture(kind, **how)


def noise(kind: str) -> bytes:
    """Return a picture that no format can make small."""
    return encoded(Image.effect_noise((200, 150), 90).convert("RGB"), kind)


def swapped_colours() -> bytes:
    """Return a red picture with a profile by which its red is blue."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = profile.index(b"rXYZ", 128), profile.index(b"bXYZ", 128)
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return picture(icc_profile=bytes(profile))


def moving(kind: str) -> bytes:
    first, second = (Image.new("RGB", SIZE, colour) for colour in ("red", "blue"))
    return encoded(first, kind, save_all=True, append_images=[second], duration=100)


def two_in_one() -> bytes:
    """Return a camera's JPEG with a second picture behind the first."""
    return encoded(Image.new("RGB", SIZE, "red"), "MPO", save_all=True, append_images=[Image.new("RGB", SIZE, "blue")])


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(width: int, height: int, pixels: bytes = b"") -> bytes:
    """Return a PNG whose header claims any size, over a stream of any pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(pixels)) + _chunk(b"IEND", b"")
    )


def webp_of(width: int, height: int) -> bytes:
    """Return a WebP whose canvas claims any size."""
    sound = bytearray(picture("WEBP", mode="RGBA", colour=(255, 0, 0, 9), exif=b"Exif\0\0"))
    assert sound[12:16] == b"VP8X"
    sound[24:30] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(sound)


def jpeg_of(width: int, height: int) -> bytes:
    """Return a JPEG whose header claims any size."""
    sound = bytearray(picture("JPEG"))
    start = sound.index(b"\xff\xc0") + 5
    sound[start : start + 4] = struct.pack(">HH", height, width)
    return bytes(sound)


def avif_of(width: int, height: int) -> bytes:
    """Return an AVIF whose header claims any size."""
    sound = bytearray(picture("AVIF"))
    start = sound.index(b"ispe") + 8
    sound[start : start + 8] = struct.pack(">II", width, height)
    return bytes(sound)


# name of the file → its content, and a word of the sentence that refuses it
CLAIMS_TOO_MUCH = {"claims.png": png_of, "claims.webp": webp_of, "claims.jpg": jpeg_of, "claims.avif": avif_of}
NO_PICTURES = {
    "words.jpg": b"Minutes of the meeting",
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "drawing.png": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "page.jpg": b"<!doctype html><script>alert(1)</script>",
    "moving.gif": picture("GIF"),
    "scan.tiff": picture("TIFF"),
    "scan.jpg": picture("TIFF"),
    "icon.png": picture("BMP"),
    "paper.jpg": b"%PDF-1.7\n%%EOF",
    "program.png": b"MZ" + bytes(200),
    "bytes.webp": bytes(500),
}
BROKEN = {
    "first-bytes.jpg": b"\xff\xd8\xff\xe0<html><script>alert(1)</script>",
    "first-bytes.png": b"\x89PNG\r\n\x1a\n<svg onload='alert(1)'>",
    "no-pixels.png": png_of(64, 48),
    "half.jpg": picture("JPEG", size=(800, 600))[:2000],
    "half.png": (whole := png_of(64, 48, bytes(64 * 48 * 3 + 48)))[: len(whole) // 2],
}
