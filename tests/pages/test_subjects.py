"""What a story is about is said once, and agrees with what is declared to name a record."""

from newsroom.articles.models import Article
from newsroom.articles.subjects import REPORTED, WAYS
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.photos.models import Photo
from newsroom.places.models import Place
from newsroom.publishing.naming import paths_of

LINKS = {Article: [], Photo: ["photos"], **{model: [link] for link, model in REPORTED.items()}}
NOT_ABOUT = {(Place, "agreements__signed_in")}  # where an agreement was signed is printed, and is no subject


def ways_by_names(model: type) -> set[str]:
    """Return the declared paths by which something names records of `model`, walked back from the article.

    Paths that no article reports (those of stages) are left out.
    """
    found = set()
    for path in paths_of(model):
        at, back = model, []
        for step in path.split("__"):
            field = at._meta.get_field(step)
            back.insert(0, field.remote_field.name if field.auto_created else field.related_query_name())
            at = field.related_model
            if at in LINKS:
                found.add("__".join(LINKS[at] + back))
                break
    return found


def test_a_story_is_about_what_it_names():
    for model in WAYS.keys() - REPORTED.values():
        ways = {(model, way) for way in ways_by_names(model)}
        assert {(model, way) for way in WAYS[model]} == ways - NOT_ABOUT, model


def test_a_story_is_about_what_it_reports():
    assert {link: WAYS[model] for link, model in REPORTED.items()} == {link: (link,) for link in REPORTED}
    for link, model in REPORTED.items():
        assert Article._meta.get_field(link).related_model is model


def test_the_way_back_is_walked():
    assert ways_by_names(Delegation) == {"events__stops__delegation"}
    assert (Place, "agreements__signed_in") in {(Place, way) for way in ways_by_names(Place)}
    assert {Event, Agreement} == set(REPORTED.values())
