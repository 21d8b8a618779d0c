"""`manage.py bench`: what each kind of public page costs."""

from django.core.management.base import BaseCommand

from newsroom.management import scratch, statics
from newsroom.management.generated import fill
from newsroom.management.measured import addresses, measure, table
from newsroom.publishing import clock


class Command(BaseCommand):
    """Fill a scratch database with generated stories, ask for every kind of page, and print what it took."""

    help = "Measure every kind of public page in a scratch database of generated stories; the site's is not touched."

    def add_arguments(self, parser):
        parser.add_argument("--stories", type=int, default=2000, help="how many stories (default 2000)")
        parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same stories")
        parser.add_argument(
            "--rounds", type=int, default=15, help="how often each page is asked for at most (default 15)"
        )

    def handle(self, *, stories, seed, rounds, **options):
        statics.collect()
        with scratch.database():
            self.stdout.write(f"Generating {stories} stories (photos are rows without files) ...")
            fill(max(stories, 1), seed=seed, now=clock.moment())
            found = addresses(stories).items()
            costs = [measure(page, address, rounds=rounds) for page, address in found]
        for line in table(costs):
            self.stdout.write(line)
