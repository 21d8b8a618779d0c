"""Where a file that somebody sent becomes safe pictures: a program of its own, which needs Pillow and nothing of ours.

    python -I image_worker.py develop FILE FOLDER FOCUS  a stranger's file → original.jpg and every rendition but AVIF
    python -I image_worker.py cut FILE FOLDER FOCUS  an original.jpg made here → its cuts, when the focus has moved
    python -I image_worker.py avif FILE FOLDER FOCUS  an original.jpg made here → its AVIF renditions
    python -I image_worker.py logo FILE FOLDER FOCUS  a stranger's file → logo.png, with its transparent ground

A *cut* is the largest part of the picture in one shape that stands as near around the focal point as the picture
allows. FOCUS is that point in per cent from the left and from the top, such as 50-33.

It says one line of JSON: `{"format": "JPEG", "width": 3200, "height": 2400}`, or `{"refused": "pixels"}`, the reason.
Whatever a decoder does with a crafted file, it does in a process that has little memory, little time and nothing
to lose, and that ends before the picture is kept. Every pixel is drawn anew and nothing else is copied, so no
metadata and no foreign content comes through.
"""

import contextlib
import json
import resource
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PIL import Image
    from PIL.Image import Transpose

MEMORY = 1 << 30  # bytes of address space: four times the largest picture as raw pixels
SECONDS = 60
FILE_SIZE = 64 << 20

PIXELS = 50_000_000
LONGEST = 3_200  # pixels of the longer side of what is stored
WIDTHS = (480, 960, 1600)
# Crops: aspect ratio (width, height), and the widths of the renditions.
CUTS = {
    "lead": (3, 2, WIDTHS),  # large, first of its page
    "phone": (4, 5, (480, 960)),  # on a narrow screen
    "row": (1, 1, (120, 240)),  # beside a row of a list
    "share": (1200, 630, (1200,)),  # Open Graph image
}
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
LOGO = (440, 88)  # pixels: the box that a logo fills, at device pixel ratio 2
WHITE = (255, 255, 255)


class UnusableImage(Exception):
    """The file is no picture that we accept; the argument is the reason's name."""


def widths_of(width: int, widths: tuple[int, ...] = WIDTHS) -> list[int]:
    """Return the rendition widths for a picture of this width: at most three, none wider than the picture."""
    return sorted({min(width, served) for served in widths})


def size_of_cut(width: int, height: int, cut: str) -> tuple[int, int]:
    """Return the size in pixels of the crop of a picture of this size."""
    across, down, _widths = CUTS[cut]
    return min(width, max(1, round(height * across / down))), min(height, max(1, round(width * down / across)))


def box_of(width: int, height: int, cut: str, focus: str) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom in pixels of the crop in a picture of this size."""
    wide, high = size_of_cut(width, height, cut)
    x, y = (int(part) / 100 for part in focus.split("-"))
    left = min(max(0, round(x * width - wide / 2)), width - wide)
    top = min(max(0, round(y * height - high / 2)), height - high)
    return left, top, left + wide, top + high


def confine() -> None:
    """Limit this process's memory, CPU time and file size (setrlimit)."""
    bounds = {"RLIMIT_AS": MEMORY, "RLIMIT_CPU": SECONDS, "RLIMIT_FSIZE": FILE_SIZE, "RLIMIT_CORE": 0}
    for name, most in bounds.items():
        with contextlib.suppress(ValueError, OSError):  # not every system supports every limit
            resource.setrlimit(getattr(resource, name), (most, most))


def opened(path: Path) -> "Iterator[Image.Image]":
    """Return the picture with its header parsed and no pixel decoded. Raise UnusableImage."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our limit is below Pillow's, and is checked here
    refuse_pixels(*size_of_webp(path))
    try:
        image = Image.open(path, formats=FORMATS)
    except UnidentifiedImageError:
        raise UnusableImage("type") from None
    refuse_pixels(*image.size)
    # An MPO, a camera's JPEG with a second picture (preview, depth map): the first is the photo.
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise UnusableImage("frames")
    return image


def refuse_pixels(width: int, height: int) -> None:
    if width * height > PIXELS:
        raise UnusableImage("pixels")


def size_of_webp(path: Path) -> tuple[int, int]:
    """Return the size in a WebP's header, (0, 0) for any other file: its decoder allocates on opening."""
    with path.open("rb") as file:
        head = file.read(30)
    if len(head) < 30 or head[:4] + head[8:12] != b"RIFFWEBP":
        return 0, 0
    match head[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
        case b"VP8L":
            sides = int.from_bytes(head[21:25], "little")
            return 1 + (sides & 0x3FFF), 1 + (sides >> 14 & 0x3FFF)
    return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF


def drawn(image: "Image.Image", ground: "Callable | None" = None) -> "Image.Image":
    """Return the picture upright, in sRGB, at most as large as is stored, with transparency on white.

    `ground` replaces the handling of transparency.
    """
    image.draft("RGB", (LONGEST, LONGEST))  # decode a JPEG at a reduced scale
    turn, profile = _turn(image), image.info.get("icc_profile")
    image.load()
    image = _plain(image)
    image.thumbnail((LONGEST, LONGEST), reducing_gap=3.0)
    image = _in_srgb(image, profile)
    image = (ground or _on_white)(image)
    image = image if turn is None else image.transpose(turn)
    image.info.clear()
    return image


def _turn(image: "Image.Image") -> "Transpose | None":
    from PIL.Image import Transpose

    turns = dict(enumerate([None, None, *map(Transpose, (0, 3, 1, 5, 4, 6, 2))]))
    try:
        return turns.get(image.getexif().get(0x0112))
    except Exception:  # every camera breaks EXIF in its own way; the picture itself may be fine
        return None


def _plain(image: "Image.Image") -> "Image.Image":
    """Return the picture in a mode that can be resized: greyscale, colour with or without alpha, or CMYK."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("L", "RGB", "CMYK"):
        return image.convert("RGBA") if "transparency" in image.info else image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _in_srgb(image: "Image.Image", profile: bytes | None) -> "Image.Image":
    from PIL import ImageCms

    if profile:
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):  # ignore a broken profile
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            srgb = ImageCms.createProfile("sRGB")
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, given, srgb, outputMode=mode) or image
    return image


def _on_white(image: "Image.Image") -> "Image.Image":
    from PIL import Image

    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, WHITE)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def in_width(image: "Image.Image", width: int) -> "Image.Image":
    from PIL.Image import Resampling

    if width == image.width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Resampling.LANCZOS)


def write(image: "Image.Image", path: Path, kind: str, **how: object) -> None:
    """Encode in memory, then write, so that disk errors differ from decoder errors."""
    encoded = BytesIO()
    image.save(encoded, kind, **how)
    path.write_bytes(encoded.getbuffer())


def cuts_of(image: "Image.Image", focus: str) -> "Iterator[tuple[str, Image.Image]]":
    """Yield every rendition of every crop, each with its file name before the extension."""
    for cut, (_across, _down, widths) in CUTS.items():
        part = image.crop(box_of(image.width, image.height, cut, focus))
        for width in widths_of(part.width, widths):
            yield f"{cut}-{focus}-{width}", in_width(part, width)


def whole(image: "Image.Image") -> "Iterator[tuple[str, Image.Image]]":
    """Yield every rendition of the whole picture, each with its file name before the extension."""
    for width in widths_of(image.width):
        yield str(width), in_width(image, width)


def write_at_once(renditions: "Iterable[tuple[str, Image.Image]]", folder: Path) -> None:
    """Write renditions in the formats that are fast to encode."""
    for name, small in renditions:
        write(small, folder / f"{name}.jpg", "JPEG", quality=82, progressive=True, optimize=True)
        write(small, folder / f"{name}.webp", "WEBP", quality=80, method=4)


def develop(path: Path, folder: Path, focus: str) -> dict:
    image = opened(path)
    kind = "JPEG" if image.format == "MPO" else image.format
    image = drawn(image)
    write(image, folder / "original.jpg", "JPEG", quality=92, subsampling=0, optimize=True)
    write_at_once(whole(image), folder)
    write_at_once(cuts_of(image, focus), folder)
    return {"format": kind, "width": image.width, "height": image.height}


def cut(path: Path, folder: Path, focus: str) -> dict:
    image = opened(path)
    image.load()
    write_at_once(cuts_of(image, focus), folder)
    return {"format": image.format, "width": image.width, "height": image.height}


def avif(path: Path, folder: Path, focus: str) -> dict:
    image = opened(path)
    image.load()
    for renditions in (whole(image), cuts_of(image, focus)):
        for name, small in renditions:
            write(small, folder / f"{name}.avif", "AVIF", quality=60, speed=6, max_threads=1)
    return {"format": image.format, "width": image.width, "height": image.height}


def logo(path: Path, folder: Path, focus: str) -> dict:
    """Write a logo at device pixel ratio 2 at most, with its transparency."""
    image = opened(path)
    kind = "JPEG" if image.format == "MPO" else image.format
    image = drawn(image, ground=lambda image: image.convert("RGBA"))
    image.thumbnail(LOGO)
    write(image, folder / "logo.png", "PNG", optimize=True)
    return {"format": kind, "width": image.width, "height": image.height}


def asked(deed: str, path: Path, folder: Path, focus: str = "50-50") -> dict:
    """Run the command. Return its result, or the reason of a refusal, for JSON."""
    try:
        return {"develop": develop, "cut": cut, "avif": avif, "logo": logo}[deed](path, folder, focus)
    except UnusableImage as refused:
        return {"refused": str(refused)}
    except OSError as error:  # a disk error has an errno, a decoder error has none
        return {"refused": "room" if error.errno else "damaged"}
    except Exception:  # anything a decoder raises at a crafted file, MemoryError among it
        return {"refused": "damaged"}


if __name__ == "__main__":
    confine()
    print(json.dumps(asked(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])))
