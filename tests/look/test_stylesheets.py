"""The stylesheet: many parts, and one bound file for readers."""

import re
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage

from newsroom.website.stylesheets import ENTRY, BoundStaticFiles, bind

FOLDER = Path(settings.BASE_DIR / "static/css")
SITE = FOLDER / "site.css"
PARTS = [part for part in FOLDER.glob("*.css") if part != SITE]


def test_every_part_is_read_by_the_entry_or_by_the_desk():
    imported = set(re.findall(r'@import url\("([\w.-]+)"\)', SITE.read_text()))
    assert {part.name for part in PARTS if not part.name.startswith("desk")} == imported


def test_the_bound_stylesheet_holds_every_part_in_its_layer_and_imports_nothing():
    bound = bind(SITE.read_text(), lambda name: (FOLDER / name).read_text())
    assert "@import" not in bound
    for part in PARTS:
        assert part.read_text() in bound or part.name.startswith("desk")
    assert bound.index("@layer tokens, base, type, layout, components, print;") < bound.index("@layer tokens {")


def test_collecting_binds_the_entry_and_gives_it_a_name_of_its_contents(tmp_path):
    storage = BoundStaticFiles(location=tmp_path, base_url="/static/")
    source = FileSystemStorage(location=FOLDER.parent)
    names = [f"css/{path.name}" for path in (SITE, *PARTS)]
    for name in names:
        with source.open(name) as file:
            storage.save(name, file)

    list(storage.post_process({name: (source, name) for name in names}))

    served = (tmp_path / storage.stored_name(ENTRY)).read_text()
    assert re.fullmatch(r"css/site\.[0-9a-f]{12}\.css", storage.stored_name(ENTRY))
    assert "@import" not in served
    assert "--paper: light-dark(" in served
