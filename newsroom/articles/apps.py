"""AppConfig: registers what stories name, print and settle."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "newsroom.articles"
    verbose_name = _("Stories")

    def ready(self) -> None:
        from newsroom.articles import about  # noqa: F401 (tells stories)
        from newsroom.articles.alternatives import refuse_amendments_without_words, refuse_photos_without_words
        from newsroom.articles.deeds.amending import settle_amended_links
        from newsroom.articles.deeds.submissions import take_back_submissions
        from newsroom.articles.index import follow_stories
        from newsroom.articles.models import Article, ArticleCitation, ArticlePhoto, Version
        from newsroom.places.models import Pair, Place
        from newsroom.publishing.amending.locking import printed_by
        from newsroom.publishing.amending.revisions import revised
        from newsroom.publishing.amending.snapshots import rows_of
        from newsroom.publishing.following import check_approval, follow
        from newsroom.publishing.guards import guard, write_guards
        from newsroom.publishing.naming import names
        from newsroom.publishing.readdressing import made_from
        from newsroom.sources.models import Source

        guard(Version, "edition")
        post_migrate.connect(write_guards, sender=self, dispatch_uid="articles.write_guards")
        names(Article, "editions__versions")
        names(Pair, "articles__editions__versions")
        for side in ("pairs_as_first", "pairs_as_second"):
            names(Place, f"{side}__articles__editions__versions")
        printed_by(Source, "articlecitations__article")
        printed_by(ArticleCitation, "article")
        printed_by(ArticlePhoto, "article")
        rows_of(Article, "shown", "citations")
        revised(Version)
        made_from(Article, "events", "editions__versions")
        follow(settle_amended_links)
        follow(follow_stories)
        follow(take_back_submissions)
        follow(refuse_amendments_without_words)
        check_approval(refuse_photos_without_words)
