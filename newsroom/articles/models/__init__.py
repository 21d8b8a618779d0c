"""Models of stories: article, edition, version, and their rows."""

from newsroom.articles.models.articles import Article, ArticleCitation, ArticlePhoto, Section
from newsroom.articles.models.editions import Edition, PreviewLink, Version

__all__ = ["Article", "ArticleCitation", "ArticlePhoto", "Edition", "PreviewLink", "Section", "Version"]
