"""A pair about which much is known: two hundred stories, visits and agreements over thirty-five years.

Whole rows at once, no deeds: to be looked at, in tests and on the sheets. Every place and text here is fictional.
"""

from datetime import date, timedelta

from newsroom.articles.index import EVERY_INDEX
from newsroom.articles.models import Article, Edition, Version
from newsroom.cooperation.models import Agreement, Delegation, Event, Party, Sender, Stop
from newsroom.dates import Day
from newsroom.languages import EN, LANGUAGES
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Pair
from newsroom.publishing import clock
from tests import factories

STORIES, AGREEMENTS = 200, 60
KINDS = ("meeting", "forum", "exhibition", "performance", "trade")
BODIES = (
    ("Haimen Port Authority", "海门港务局"),
    ("Anbei Institute of Technology", "安北理工学院"),
    ("Haimen First Hospital", "海门第一医院"),
    ("Anbei Chamber of Commerce", "安北商会"),
    ("Haimen Museum", "海门博物馆"),
    ("Anbei Conservatory", "安北音乐学院"),
)
SUBJECTS = (
    ("port logistics", "港口物流"),
    ("the exchange of teachers", "教师交流"),
    ("medical training", "医学培训"),
    ("the exhibition of paintings", "书画联展"),
    ("youth sport", "青少年体育"),
)
STEPS = (("contact", "1991"), ("friendly-exchange", "1993-05"), ("sister-city", "1998-10-18"))


def fill() -> Pair:
    """Lay the pair's records and stories, all of them public, on a site that is empty or is called otherwise."""
    SiteSettings.objects.update_or_create(
        pk=1, defaults={"name_en": "Haimen Cooperation", "name_zh": "海门合作", "home": "haimen"}
    )
    home = factories.place("Haimen", name_zh="海门", slug="haimen", country="CN")
    away = factories.place("Anbei", name_zh="安北", slug="anbei", country="DE")
    pair, begun = factories.pair(home, away), clock.moment() - timedelta(hours=1)
    for kind, reached in STEPS:
        factories.stage(pair, kind, reached=reached, public_from=begun)
    events = _events(pair, begun)
    agreements = _agreements(pair, begun)
    _stories(events, agreements, begun)
    for index in EVERY_INDEX:
        index.rebuild()
    return pair


def _day(number: int) -> date:
    """Days in a wild order, more of them late than early, and none between 2003 and 2005."""
    years_back = 35 * (number * 37 % 101 / 101) ** 1.6
    day = date(2026, 6, 30) - timedelta(days=int(years_back * 365.25))
    return day.replace(year=2002, day=min(day.day, 28)) if 2003 <= day.year <= 2005 else day


def _events(pair: Pair, begun) -> list[Event]:
    """Visits by turns, and every fifth a meeting of nobody's delegation."""
    sent = [number % 5 != 4 for number in range(STORIES)]
    delegations = Delegation.objects.bulk_create(Delegation(slug=f"d{n}", size=4 + n % 9) for n in range(sum(sent)))
    events = Event.objects.bulk_create(
        Event(
            slug=f"e{number}",
            held=Day.on(_day(number)),
            kinds=[KINDS[number % len(KINDS)]],
            public_from=begun,
        )
        for number in range(STORIES)
    )
    places, received = (pair.first, pair.second), [number for number, came in enumerate(sent) if came]
    _link(Event.pairs, ((event, pair) for event in events))
    _link(Event.places, ((event, places[number % 3 == 1]) for number, event in enumerate(events)))
    Sender.objects.bulk_create(
        Sender(delegation=delegation, place=places[number % 3 != 1])
        for number, delegation in zip(received, delegations, strict=True)
    )
    Stop.objects.bulk_create(
        Stop(event=events[number], delegation=delegation)
        for number, delegation in zip(received, delegations, strict=True)
    )
    return events


def _agreements(pair: Pair, begun) -> list[Agreement]:
    bodies = [factories.institution(english, name_zh=chinese) for english, chinese in BODIES]
    agreements = Agreement.objects.bulk_create(
        Agreement(
            slug=f"a{number}",
            title_en=f"Memorandum on {SUBJECTS[number % 5][0]}, no. {number + 1}",
            title_zh=f"关于{SUBJECTS[number % 5][1]}的备忘录（第{number + 1}号）",
            kind="memorandum",
            signed=Day.on(day := _day(number * 3 + 1)),
            term=Day.parse(f"{day.year}/{day.year + 5}") if number % 3 else None,
            public_from=begun,
        )
        for number in range(AGREEMENTS)
    )
    _link(Agreement.pairs, ((agreement, pair) for agreement in agreements))
    Party.objects.bulk_create(
        Party(agreement=agreement, institution=bodies[(number + side * 3) % 6], order=side)
        for number, agreement in enumerate(agreements)
        for side in (0, 1)
    )
    return agreements


def _stories(events: list[Event], agreements: list[Agreement], begun) -> None:
    """A story of each event, every third of an agreement as well, in both languages."""
    section = factories.article().section
    author, approver = factories.user("editor"), factories.user("publisher")
    articles = Article.objects.bulk_create(
        Article(year=event.held.earliest.year, slug=f"s{number}", section=section, created_by=author)
        for number, event in enumerate(events)
    )
    _link(Article.events, zip(articles, events, strict=True))
    _link(Article.agreements, zip(articles[::3], agreements, strict=False))
    editions = Edition.objects.bulk_create(
        Edition(article=article, language=code, first_public_from=begun) for article in articles for code in LANGUAGES
    )
    Version.objects.bulk_create(
        Version(
            edition=edition,
            number=1,
            state=Version.State.APPROVED,
            headline=_headline(number // 2, edition.language),
            body="<p>Words.</p>",
            changed_by=author,
            changed_at=begun,
            submitted_by=author,
            submitted_at=begun,
            approved_by=approver,
            approved_at=begun,
            public_from=begun,
        )
        for number, edition in enumerate(editions)
    )


def _headline(number: int, language: str) -> str:
    english, chinese = SUBJECTS[number % 5]
    return f"Haimen and Anbei talk about {english}" if language == EN else f"海门安北共商{chinese}"


def _link(field, ends) -> None:
    through, near, far = field.through, field.field.m2m_field_name(), field.field.m2m_reverse_field_name()
    through.objects.bulk_create(through(**{near: one, far: other}) for one, other in ends)
