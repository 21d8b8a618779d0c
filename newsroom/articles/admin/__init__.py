"""Admin pages of stories."""

from newsroom.articles.admin.sections import SectionAdmin
from newsroom.articles.admin.stories import ArticleAdmin

__all__ = ["ArticleAdmin", "SectionAdmin"]
