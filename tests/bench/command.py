"""What each kind of public page costs, as a command."""

import gc
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from newsroom.management import statics
from newsroom.publishing import clock
from tests.bench import lighthouse, live_site, memory, scratch_database
from tests.bench.generating import fill
from tests.bench.timing import addresses, measure, narrowings, registers, table

MOST_STREAMING = 30  # megabytes at the peak of an export: a chunk of 500 rows takes 21 to 25


class Command(BaseCommand):
    """Fill a scratch database with generated stories, ask for every kind of page, and print what it took."""

    help = "Measure every kind of public page in a scratch database of generated stories; the site's is not touched."

    def add_arguments(self, parser):
        parser.add_argument("--stories", type=int, default=2000, help="how many stories (default 2000)")
        parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same stories")
        parser.add_argument(
            "--rounds", type=int, default=15, help="how often each page is asked for at most (default 15)"
        )

        parser.add_argument(
            "--browser", action="store_true", help="audit the demonstration with Lighthouse instead, on a slow phone"
        )
        parser.add_argument("--runs", type=int, default=3, help="how often Lighthouse looks at a page (default 3)")

    def handle(self, *, stories, seed, rounds, browser, runs, **options):
        if browser:
            self.audit(runs)
        else:
            self.measure(stories, seed, rounds)

    def audit(self, runs):
        surroundings, audits = lighthouse.programs(), []

        def looked_at(base):
            for page, address in lighthouse.addresses(base).items():
                audits.append(lighthouse.audit(page, address, runs=runs, surroundings=surroundings))
                yield audits[-1]

        with tempfile.TemporaryDirectory() as folder, live_site.demonstration(Path(folder)) as base:
            for line in lighthouse.table(looked_at(base)):  # as they come: all of them take half an hour
                self.stdout.write(line)
                self.stdout.flush()
        wanting = [line for one in audits for line in one.wanting()]
        if wanting:
            raise CommandError("Not as good as it must be:\n" + "\n".join(wanting))

    def measure(self, stories, seed, rounds):
        statics.collect()
        with scratch_database.database():
            self.stdout.write(f"Generating {stories} stories (photos are rows without files) ...")
            fill(max(stories, 1), seed=seed, now=clock.moment())
            scratch_database.count_up()
            gc.collect()
            gc.freeze()  # as the server does when it begins
            pages, data = addresses() | narrowings(), registers()
            costs = [measure(page, address, rounds=rounds) for page, address in (pages | data).items()]
            weights = {
                "every kind of page": memory.weigh(pages.values()),
                "registers as data": memory.weigh(data.values()),
            }
            peaks = {name: memory.streaming_peak(address) for name, address in data.items()}
        for line in table(costs):
            self.stdout.write(line)
        for kind, weight in weights.items():
            said = f"{weight.now:.0f} MB, at most {weight.most:.0f} MB" if weight else "not told by this system"
            self.stdout.write(f"A worker of the server after {kind}: {said}")
        for name, peak in peaks.items():
            self.stdout.write(f"Peak of Python's memory while {name} is streamed: {peak:.1f} MB")
        if wanting := [name for name, peak in peaks.items() if peak > MOST_STREAMING]:
            raise CommandError(f"Streamed at a peak above {MOST_STREAMING} MB: {', '.join(wanting)}")
