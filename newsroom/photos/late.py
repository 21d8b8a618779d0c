"""Background jobs of photos: AVIF renditions, and crops after a focal point has moved."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom.photos import files
from newsroom.photos.intake import in_darkroom
from newsroom.photos.models import Photo

AT_A_TICK = 10


def cut_anew() -> None:
    """Recrop some photos whose focal point has moved; until then they are shown whole."""
    _each(Photo.objects.cut_for_another_focus(), _cut)


def make_avif() -> None:
    """Encode the AVIF renditions of some photos without any."""
    _each(Photo.objects.without_avif(), _make_avif)


def _each(photos: Iterable[Photo], make: Callable[[Photo], None]) -> None:
    """Run `make` for some of these photos.

    They are chosen at random, so that one with a damaged original does not block the others for ever.
    """
    failures = []
    for photo in photos.order_by("?")[:AT_A_TICK]:
        try:
            make(photo)
        except Exception as failure:  # go on with the next photo; the tick reports and tries again
            failures.append(failure)
    if failures:
        raise ExceptionGroup("Renditions of some photos could not be made.", failures)


def _cut(photo: Photo) -> None:
    _have_made("cut", photo)
    Photo.objects.filter(pk=photo.pk).update(cut_for=photo.focus, avif=False)
    files.forget_cuts(photo.token, but=photo.focus)


def _make_avif(photo: Photo) -> None:
    _have_made("avif", photo)
    Photo.objects.filter(pk=photo.pk).update(avif=True)


def _have_made(deed: str, photo: Photo) -> None:
    with TemporaryDirectory() as folder:
        original = Path(folder) / files.ORIGINAL
        original.write_bytes(files.read(photo.token, files.ORIGINAL))
        in_darkroom(deed, original, Path(folder), photo.focus)
        original.unlink()
        files.lay_down(photo.token, Path(folder))
