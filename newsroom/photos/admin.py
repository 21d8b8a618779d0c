"""Photos in the desk: their words. The pictures come with uploads."""

from django.contrib import admin

from newsroom.photos.models import Photo
from newsroom.publishing.locked import LockedAdmin


@admin.register(Photo)
class PhotoAdmin(LockedAdmin):
    """A photo's caption, credit and alternative text in each language."""

    search_fields = ["caption_zh", "caption_en", "credit_zh", "credit_en"]
    list_display = ["__str__", "credit_zh", "credit_en"]
    ordering = ["-pk"]
