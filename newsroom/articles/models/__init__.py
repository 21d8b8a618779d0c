"""Models of stories: article, edition, version, and their rows."""

from newsroom.articles.models.articles import Article, ArticleCitation, ArticlePhoto, Section
from newsroom.articles.models.editions import Edition, PreviewLink, Version
from newsroom.articles.models.submissions import Covered

__all__ = ["Article", "ArticleCitation", "ArticlePhoto", "Covered", "Edition", "PreviewLink", "Section", "Version"]
