"""The AVIF renditions: they take long to make and nobody waits for them, so a tick makes them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom.photos import files
from newsroom.photos.intake import in_darkroom
from newsroom.photos.models import Photo

AT_A_TICK = 10


def make_avif() -> None:
    """Make the AVIF renditions of some photos that have none.

    Photos are taken at random, so that one whose original is damaged does not stand before the others for ever.
    """
    failures = []
    for photo in Photo.objects.without_avif().order_by("?")[:AT_A_TICK]:
        try:
            _make(photo)
        except Exception as failure:  # the next photo gets its turn; the tick reports and tries again
            failures.append(failure)
    if failures:
        raise ExceptionGroup("The AVIF renditions of some photos could not be made.", failures)


def _make(photo: Photo) -> None:
    with TemporaryDirectory() as folder:
        original = Path(folder) / files.ORIGINAL
        original.write_bytes(files.read(photo.token, files.ORIGINAL))
        in_darkroom("avif", original, Path(folder))
        original.unlink()
        files.lay_down(photo.token, Path(folder))
    Photo.objects.filter(pk=photo.pk).update(avif=True)
