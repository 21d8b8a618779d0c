"""Drawn pictures of the demo data, captioned as drawings, because no photographs are available.

`drawn(kind, language, …)` returns a PNG with its words in that language. A *way* is a map without coastlines and
borders: cities, great circles and a graticule. A *sheet* shows the title and the day of an agreement. *Years* show an
anniversary in figures, a *life* the steps of a partnership.
"""

from io import BytesIO
from typing import Any

from PIL import Image

from newsroom.demo.drawings.lives import life
from newsroom.demo.drawings.sheets import sheet, years
from newsroom.demo.drawings.ways import way

KINDS = {"way": way, "sheet": sheet, "years": years, "life": life}


def drawn(kind: str, language: str, **words: Any) -> bytes:
    image: Image.Image = KINDS[kind](language, **words)
    stream = BytesIO()
    image.save(stream, "PNG", compress_level=1)
    return stream.getvalue()
