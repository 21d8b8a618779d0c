"""A photo and its captions. The picture's safe files and renditions come with uploads."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.languages import Words, pick
from newsroom.publishing.interval import IntervalQuerySet
from newsroom.publishing.release import Released


class Photo(Released):
    """A picture that stories may show, with caption, credit and alternative text in each language."""

    caption_zh = models.CharField(_("caption in Chinese"), max_length=500, blank=True)
    caption_en = models.CharField(_("caption in English"), max_length=500, blank=True)
    credit_zh = models.CharField(_("credit in Chinese"), max_length=200, blank=True)
    credit_en = models.CharField(_("credit in English"), max_length=200, blank=True)
    alt_zh = models.CharField(_("alternative text in Chinese"), max_length=500, blank=True)
    alt_en = models.CharField(_("alternative text in English"), max_length=500, blank=True)

    objects = IntervalQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.caption_zh or self.caption_en or str(self.pk)

    def caption_in(self, language: str) -> Words | None:
        return pick(self.caption_zh, self.caption_en, language)
