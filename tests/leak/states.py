"""Every hidden state, each created around the one public story."""

from functools import partial
from types import SimpleNamespace

from newsroom.articles import deeds
from newsroom.articles.index import EVERY_INDEX
from newsroom.articles.models import ArticlePhoto, Edition, PreviewLink, Version
from newsroom.cooperation.models import Agreement, Appearance, FollowUp
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.people.models import Institution, Tenure
from newsroom.places.models import Pair, Succession
from newsroom.publishing import clock, release
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.sources.models import Source
from tests import factories
from tests.leak.hush import fill, slug_of
from tests.leak.proposals import propose_everything
from tests.leak.world import HOUR, World


def story_in_every_state(world: World) -> None:
    """Create stories with all their records, none of them ever public."""
    for state in (draft, submitted, returned, discarded, waiting, cancelled, withdrawn):
        word = world.hush.word(f"a story that is {state.__name__}")
        state(world, world.story(word, word))


def draft(world, story):
    """Leave the story a draft."""


def submitted(world, story):
    for version in story.versions:
        deeds.submit(version, by=world.editor)


def returned(world, story):
    submitted(world, story)
    for version in story.versions:
        deeds.return_(version, by=world.publisher, note=story.name)


def discarded(world, story):
    for version in story.versions:
        deeds.discard(version, by=world.editor)


def waiting(world, story):
    world.publish(story.article, at=world.now + HOUR)


def cancelled(world, story):
    waiting(world, story)
    for version in story.versions:
        deeds.cancel(version, by=world.publisher)


def withdrawn(world, story):
    world.publish(story.article)
    source = next(one for one in story.made if isinstance(one, Source))
    changes = {record: partial(fill, record, f"{story.name}x") for record in (story.event, source)}
    changes[story.tenure] = partial(Tenure.objects.filter(pk=story.tenure.pk).update, acting=True)
    for record, change in changes.items():
        amendment = propose(record, change, by=world.editor)
        amend(amendment, by=world.publisher, note_en=story.name, note_zh=story.name)
    for edition in story.article.editions.all():
        fill(world.revise(edition, story.name), story.name)
        along = deeds.orphans_of(edition, clock.moment())
        reason = "The office that sent it asked for this."
        deeds.withdraw(edition, by=world.publisher, reason=reason, hide_headline=True, take_along=along)


def words_of_a_public_edition(world: World) -> None:
    """Create versions beside the public one: an earlier one, a scheduled one, one in work."""
    for language in LANGUAGES:
        edition = Edition.objects.get(article=world.shown.article, language=language)
        first = edition.versions.get(number=1)
        waiting = world.revise(edition, "What waits", at=world.now + HOUR)
        fill(waiting, world.hush.word(f"a waiting {language} version"))
        in_work = deeds.restore(first, by=world.editor)
        fill(in_work, world.hush.word(f"a {language} draft beside a public version"))
        ended = {"expires_at": world.now - HOUR}, {"expires_at": world.now + HOUR, "revoked_at": world.now - HOUR}
        for facts in ended:
            link = PreviewLink.objects.create(version=in_work, created_by=world.editor, **facts)
            world.keep("preview", link)
        PreviewLink.objects.create(version=in_work, created_by=world.editor, expires_at=world.now + HOUR)  # open
        fill(first, world.hush.word(f"a superseded {language} version"))
        Version.objects.filter(pk=first.pk).update(change_note="")  # the change note of a correction is public


def records_that_are_not_released(world: World) -> None:
    """Create records linked to public ones by every relation, and not public themselves."""
    shown = world.shown
    for at in (None, world.now + HOUR):
        state = "not released" if at is None else "released ahead"

        def word(what, state=state):
            return world.hush.word(f"{what} that is {state}")

        hidden = [
            (factories.event(shown.pair, delegation=shown.delegation, held="2030"), word("a stop ahead")),
            (factories.event(shown.pair, delegation=shown.delegation, held="2018"), word("a stop of long ago")),
            (factories.event(shown.pair, delegation=shown.delegation, held="2020"), word("a later stop")),
            (factories.event(shown.pair, people=(shown.host,), held="2018"), word("an event of public people")),
            (factories.event(shown.pair, held="1999"), word("an event before all others")),
            (visit_beside(world), word("a visit by and to public places")),
            (forum_beside(shown), word("an event at which somebody stood for a public body, and a public deputy in")),
            (agreement_beside(shown), word("an agreement between public parties")),
            (factories.stage(shown.pair, "ended", reached="2031"), word("a stage of a public pair")),
            (FollowUp.objects.create(agreement=shown.agreement, words_en="?", happened="2031"), word("a follow-up")),
        ]
        for record, hidden_word in hidden:
            fill_with_rows(record, hidden_word)
            if at:
                release.release(record, by=world.publisher, at=at)
            if hasattr(record, "view_name"):
                world.keep(record.view_name, record)


def visit_beside(world: World):
    """Create an event whose delegation nothing shows, sent by public senders, at a public place and a public site."""
    shown = world.shown
    sent = factories.delegation(shown.place, shown.sender, days="2018")
    event = factories.event(delegation=world.keep("delegation", sent), held="2018")
    event.places.add(shown.place, world.home)
    factories.site(event, shown.site)
    return event


def forum_beside(shown):
    """Create an event at which a public person represented somebody, and somebody a public institution."""
    event = factories.event(held="2018")
    people = (
        {"parts": ["represented"], "represented_by": shown.deputy},
        {"parts": ["spoke"], "institution": shown.league},
    )
    for facts in people:
        Appearance.objects.create(event=event, printed_en="?", **facts)
    return event


def agreement_beside(shown):
    links = {"event": shown.event, "follows": shown.agreement, "following": "renews", "part_of": shown.agreement}
    made = factories.agreement(shown.place, shown.party, pairs=(shown.pair,), signed="2016", **links)
    made.parties.update(signatory=shown.signatory)
    return made


def fill_with_rows(record, word: str) -> None:
    fill(record, word)
    for relation in ("parties", "visited", "appearances", "tenures", "pictured"):
        for row in getattr(record, relation).all() if hasattr(record, relation) else ():
            fill(row, word)


def people_and_places_that_nothing_names(world: World) -> None:
    """Create people and places linked to public records by relations that do not make them public."""
    shown, word = world.shown, world.hush.word
    nobody = fill(factories.person(), word("a person whom nothing names"))
    fill(Tenure.objects.create(person=nobody, office=shown.office, began="2016"), word("a term of an unnamed person"))
    nowhere = fill(factories.place(parent=shown.place), word("a place that nothing names"))
    body = fill(factories.institution(place=shown.place), word("an institution that nothing names"))
    pair = fill(factories.pair(shown.place, nowhere), word("a pair that nothing names"))
    two = fill(factories.pair(shown.place, world.far), word("an unnamed pair of public places"))
    Pair.objects.filter(pk=two.pk).update(continues=shown.pair)
    for kind, record in (("person", nobody), ("place", nowhere), ("institution", body), ("pair", pair), ("pair", two)):
        world.keep(kind, record)


def links_past_every_deed(world: World) -> None:
    """Link unreleased records to a public record, bypassing deeds."""
    shown, word = world.shown, world.hush.word
    fill(factories.stage(shown.pair, agreement=shown.agreement), word("a stage that was never released"))
    nowhere = fill(factories.place(), word("a place of an event that a public story links"))
    pair = fill(factories.pair(shown.place, nowhere), word("a pair of an event that a public story links"))
    linked = fill(factories.event(pair, held="2018"), word("an event that a public story links"))
    unlinked = fill(factories.agreement(shown.place), word("an agreement that a public story links"))
    shown.article.events.add(linked, world.unseen_signing)
    shown.article.agreements.add(unlinked)
    photo = fill(factories.photo(), word("a photo that a public story would show first"))
    ArticlePhoto.objects.filter(article=shown.article).update(order=1)
    ArticlePhoto.objects.create(article=shown.article, photo=photo, order=0, for_sharing=True)
    seen = fill(factories.photo(), word("a released photo of somebody who was hidden"))
    ArticlePhoto.objects.create(article=shown.article, photo=seen, order=0)
    factories.pictured(shown.guest, photo=seen)
    release.release(seen, by=world.publisher)
    for index in EVERY_INDEX:  # as the next deeds would write them
        index.rebuild()


def stories_of_a_public_pair(world: World) -> None:
    """Create stories related to the public one: of the same pair and event, and of another year."""
    for state in (draft, submitted, waiting):
        name = world.hush.word(f"a story of a public pair that is {state.__name__}")
        article = factories.article(events=[world.shown.event], by=world.editor, year=2030)
        versions = [fill(factories.draft(article, language, by=world.editor), name) for language in LANGUAGES]
        state(world, SimpleNamespace(article=fill(article, name), versions=versions, name=name))
        world.keep("article", article)


def public_with_hidden_ends(world: World) -> World:
    """Create public records that show, or link to, something that is not public."""
    shown, word = world.shown, world.hush.word
    elsewhere = factories.place("Inland", slug=slug_of(word("a place that public records only print")))
    Institution.objects.filter(pk=shown.site.pk).update(place=elsewhere)
    Succession.objects.create(predecessor=shown.place, successor=elsewhere)
    signed_at = fill(factories.event(held="2018"), word("the event of an agreement that is public by itself"))
    world.unseen_signing = signed_at
    alone = factories.agreement(shown.place, shown.party, pairs=(shown.pair,), event=signed_at)
    release.release(world.keep("agreement", alone), by=world.publisher)
    unseen = fill(factories.agreement(shown.place), word("what made a public stage so"))
    made_so = factories.stage(shown.pair, "contact", reached="2017", agreement=world.keep("agreement", unseen))
    release.release(made_so, by=world.publisher)
    story_told_in_one_language(world)
    people_of_one_name(world)
    agreements_with_a_status(world)
    return world


def agreements_with_a_status(world: World) -> None:
    """Create an agreement that runs, since its relation does, and one that is over, since a party of it is."""
    gone = factories.place("Left Sound", ended="2017")
    world.related, world.left = factories.pair(world.home, world.far), factories.pair(world.home, gone)
    between = {"pairs": (world.related,), "signed": "2015"}
    lasting = world.lasting = factories.agreement(world.home, world.far, title_en="Lasting", **between)
    over = factories.agreement(world.home, gone, pairs=(world.left,), signed="2015", title_en="Over")
    factories.stage(world.related, "sister-city", reached="2015", agreement=lasting)
    for record in (lasting, over):
        release.release(record, by=world.publisher)
    for pair in (world.related, world.left):
        world.keep("pair", pair)


def what_would_change_a_status(world: World) -> None:
    """End the relation of the one, and let a pair continue that of the other: neither is public."""
    fill(factories.stage(world.related, "ended", reached="2019"), world.hush.word("the hidden end of a relation"))
    elsewhere = fill(factories.place(), world.hush.word("a place of a pair that continues a public one"))
    continuing = factories.pair(world.home, elsewhere)
    Pair.objects.filter(pk=continuing.pk).update(continues=world.left)
    world.keep("pair", continuing)
    near_a_pair_of_which_little_is_known(world)
    whole = fill(factories.agreement(), world.hush.word("an agreement that a public one carries out"))
    Agreement.objects.filter(pk=world.lasting.pk).update(follows=whole, following="carries-out", part_of=whole)
    between = fill(factories.agreement(part_of=world.bundle), world.hush.word("what ties a public text to a bundle"))
    Agreement.objects.filter(pk=world.text.pk).update(part_of=between)
    extends = {"follows": world.lasting, "following": "extends"}
    longer = fill(factories.agreement(**extends), world.hush.word("an agreement that extends a public one"))
    for agreement in (whole, between, longer):
        world.keep("agreement", agreement)


def near_a_pair_of_which_little_is_known(world: World) -> None:
    """Create what would silence, or contradict, a sentence that nothing is on record: none of it is public."""
    word, home, gone = (
        world.hush.word,
        world.home,
        world.left.second if world.left.first == world.home else world.left.first,
    )
    part = fill(factories.place(parent=gone), word("a part of a place of a public pair"))
    near = fill(factories.pair(home, part), word("a pair of such a part"))
    fill(factories.stage(near, "friendly-exchange"), word("what such a pair became"))
    of_part = fill(factories.agreement(home, part, kind="sister-city"), word("an agreement with such a part"))
    of_both = fill(factories.agreement(home, gone), word("an agreement of both that does not name their pair"))
    kept = (("place", part), ("pair", near), ("agreement", of_part), ("agreement", of_both))
    for kind, record in kept:
        world.keep(kind, record)


def people_of_one_name(world: World) -> None:
    """Create namesakes: lists tell them apart by the latest public office."""
    for slug in ("lin-harbour", "lin-harbour-elsewhere"):
        world.namesake = world.keep("person", factories.person("Lin Harbour", slug=slug))
        release.release(factories.event(world.shown.pair, people=(world.namesake,), held="2018"), by=world.publisher)


def later_office_of_a_namesake(world: World) -> None:
    """Give one of them a later office that is not public."""
    later = world.keep("event", factories.event(world.shown.pair, people=(world.namesake,), held="2021"))
    fill_with_rows(later, world.hush.word("the later office of a namesake"))
    later.appearances.get().offices.add(world.shown.office)


def story_told_in_one_language(world: World) -> None:
    """Create a story that is public in English, about an event and two texts of which one is a bundle."""
    two = world.home, world.far
    texts = world.bundle, world.text = factories.agreement(*two, count=8), factories.agreement(*two)
    for text in texts:
        release.release(world.keep("agreement", text), by=world.publisher)
    told = factories.article(events=[world.shown.event], agreements=texts, by=world.editor)
    world.in_english = world.keep("article", told)
    drawing = fill(factories.photo(), world.hush.word("a drawing for a page that is not written"))
    row = {"article": told, "photo": world.keep("photo", drawing), "language": ZH}
    ArticlePhoto.objects.create(**row, for_sharing=True)
    factories.pictured(world.shown.seen, photo=drawing)
    factories.published(world.in_english, EN, by=world.editor, headline="Told in English")


def other_language_of_it(world: World) -> None:
    """Add its Chinese edition, still in work, so that nothing may link to it."""
    draft = factories.draft(world.in_english, ZH, by=world.editor)
    fill(draft, world.hush.word("the other language of a public story"))


def surround(world: World) -> World:
    """Create everything that is hidden around the public story."""
    story_in_every_state(world)
    words_of_a_public_edition(world)
    records_that_are_not_released(world)
    people_and_places_that_nothing_names(world)
    links_past_every_deed(world)
    stories_of_a_public_pair(world)
    later_office_of_a_namesake(world)
    what_would_change_a_status(world)
    other_language_of_it(world)
    propose_everything(world)
    return world
