"""Stories: an article, its edition in each language, the versions of an edition."""

from newsroom.articles.models.articles import Article, ArticleCitation, ArticlePhoto, Section
from newsroom.articles.models.editions import Edition, PreviewLink, Version

__all__ = ["Article", "ArticleCitation", "ArticlePhoto", "Edition", "PreviewLink", "Section", "Version"]
