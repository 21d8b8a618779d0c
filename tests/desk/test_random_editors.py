"""Three editors at one record, at random: whatever they do, nothing that was acknowledged is overwritten unseen.

Every text that is typed is one of its kind. The oracle knows what stood on the pages that each editor got: a text that
a save takes out of the record stood on a page of whoever saved.
"""

import random
import re

import pytest

from newsroom.articles.models import Version
from newsroom.publishing.amending import revisions
from newsroom.publishing.models import Revision
from tests import factories
from tests.conftest import SEED
from tests.desk.conftest import signed_in
from tests.desk.test_records import page
from tests.desk.typing import form_of

TEXT = re.compile(r"t\d+x")
FIELDS = {
    "event": ["venue_zh", "venue_en", "name_zh", "name_en"],
    "story": [f"{language}-{name}" for language in ("en", "zh-hans") for name in ("headline", "standfirst", "body")],
}


class World:
    """One record, its editors, and what each of them has seen and typed."""

    def __init__(self, kind: str, seed: int):
        self.kind, self.chance, self.number = kind, random.Random(seed), 0
        self.record = factories.event() if kind == "event" else factories.article(slug="story")
        self.editors = [Editor(self, signed_in(role)) for role in ("editor", "publisher")]
        self.editors.append(Editor(self, self.editors[0].client))  # another tab of the first one

    def text(self) -> str:
        self.number += 1
        return f"t{self.number}x"

    def stands(self) -> list[str]:
        """Return every text that stands in the record now."""
        versions = Version.objects.filter(edition__article=self.record.pk if self.kind == "story" else None)
        kept = [revisions.take(type(self.record).objects.get(pk=self.record.pk)), *map(revisions.take, versions)]
        return TEXT.findall(str(kept))


class Editor:
    def __init__(self, world: World, client):
        self.world, self.client = world, client
        self.open()

    def open(self) -> None:
        self.seen, self.typed = set(), set()
        self.read(self.client.get(page(self.world.record)).text)

    def read(self, text: str) -> None:
        self.seen |= set(TEXT.findall(text))
        self.form = form_of(text)

    def type(self) -> None:
        chance, rows = self.world.chance, int(self.form.get("visited-TOTAL_FORMS", ["0"])[0])
        names = FIELDS[self.world.kind] + [f"visited-{number}-words_en" for number in range(rows)]
        self._write(chance.choice(names))
        if self.world.kind == "event" and chance.random() < 0.3:
            self.form[f"visited-{rows}-begun"] = [f"begun-{self.world.text()}"]
            self.form[f"visited-{rows}-order"] = ["1"]
            self.form["visited-TOTAL_FORMS"] = [str(rows + 1)]
            self._write(f"visited-{rows}-words_en")
        if rows and chance.random() < 0.2:
            self._remove(chance.randrange(rows))

    def _write(self, name: str) -> None:
        self.typed -= set(TEXT.findall("".join(self.form.get(name, []))))
        self.form[name] = [self.world.text()]
        self.typed.add(self.form[name][0])

    def _remove(self, number: int) -> None:
        if self.form.get(f"visited-{number}-id", [""])[0]:
            self.form[f"visited-{number}-DELETE"] = ["on"]
            self.typed -= set(TEXT.findall(self.form[f"visited-{number}-words_en"][0]))

    def save(self) -> None:
        before, sent = set(self.world.stands()), dict(self.form)
        answer = self.client.post(page(self.world.record), sent)
        after = self.world.stands()
        assert len(after) == len(set(after)), "a row was added twice"
        if answer.status_code == 302:
            assert before - set(after) <= self.seen, "a text that nobody saw was overwritten"
            assert self.typed <= set(after), "an acknowledged text is not there"
            assert self.typed <= kept(), "an acknowledged text is in no revision"
            if self.world.chance.random() < 0.2:  # once more, as after a lost answer
                self.client.post(page(self.world.record), sent)
                assert sorted(self.world.stands()) == sorted(after), "a form that was sent twice changed something"
            self.open()
        else:
            assert set(after) == before, "a refused save changed something"
            assert self.typed <= set(TEXT.findall(answer.text)), "what was typed is not on the page"
            self.read(answer.text)


def kept() -> set[str]:
    return set(TEXT.findall(str(list(Revision.objects.values_list("snapshot", flat=True)))))


@pytest.mark.parametrize("kind", FIELDS)
def test_random_editors_overwrite_nothing_unseen(db, thoroughness, kind):
    world = World(kind, SEED)
    for _save in range(5_000 if thoroughness.long else 20):
        editor = world.chance.choice(world.editors)
        for _text in range(world.chance.randrange(4)):
            editor.type()
        editor.save()
