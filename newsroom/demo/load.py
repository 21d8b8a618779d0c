"""The demonstration, laid into a house whose accounts have been made."""

from django.contrib.auth import get_user_model
from django.db import transaction

from newsroom.articles.models import Article
from newsroom.cooperation import install as fields
from newsroom.demo import reading
from newsroom.demo.site import lay_pages, lay_site
from newsroom.demo.stories import is_told, lay_records, tell
from newsroom.masthead import house_style
from newsroom.places import install as places
from newsroom.terms import install as terms

EDITOR, PUBLISHER = "editor", "publisher"


@transaction.atomic
@house_style.apart()
def load(only: str = "*") -> list[Article]:
    """Lay in the lists of the house, the site's settings and pages, and the stories; return the stories that are new.

    The accounts `editor` and `publisher` do it, with the rights of their groups: User.DoesNotExist without them.
    The records of all stories come first: one may report an event that stands in the file of another. What is there
    already is neither doubled nor changed, so that a demonstration that has been played with stays as it is. `only` is
    the name of the one story file to be told, where one is enough.
    """
    accounts = get_user_model().objects
    editor, publisher = accounts.get(username=EDITOR), accounts.get(username=PUBLISHER)
    for lists in (places, fields):
        lists.install()
    terms.install(reading.TERMS)
    house_style.follow(lay_site())
    lay_pages()
    untold = [story for story in reading.stories(only) if not is_told(story)]
    for story in untold:
        lay_records(story, publisher=publisher)
    return [tell(story, editor=editor, publisher=publisher) for story in untold]
