"""Static pages: about, accessibility."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.languages import LANGUAGES, Words, columns, pick


class Page(models.Model):
    """A static page that the publisher writes in the desk, live when saved."""

    slug = models.SlugField(_("address word"), max_length=60, unique=True)
    title_zh = models.CharField(_("title in Chinese"), max_length=120, blank=True)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    body_zh = models.TextField(_("text in Chinese"), blank=True)
    body_en = models.TextField(_("text in English"), blank=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def __str__(self) -> str:
        return self.title_zh or self.title_en or self.slug

    def title_in(self, language: str) -> Words | None:
        return pick(self.title_zh, self.title_en, language)

    def body_in(self, language: str) -> Words | None:
        return pick(self.body_zh, self.body_en, language)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which it has text; both where it has none yet."""
        return tuple(code for code in LANGUAGES if getattr(self, columns("body", code))) or LANGUAGES
