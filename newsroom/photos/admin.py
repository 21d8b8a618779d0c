"""Photos in the desk: a picture is sent with the first save, its words can be changed until it is approved."""

from contextlib import ExitStack
from functools import partial

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from newsroom.photos import files
from newsroom.photos.forms import WORDS, NewPhotoForm
from newsroom.photos.intake import Unfit, taken_in
from newsroom.photos.models import Photo
from newsroom.photos.views import ENDINGS, answer
from newsroom.publishing.locked import LockedAdmin

SHOWN, LISTED = 480, 120  # pixels


@admin.register(Photo)
class PhotoAdmin(LockedAdmin):
    """A photo's picture, and its caption, credit and alternative text in each language."""

    search_fields = ["caption_zh", "caption_en", "credit_zh", "credit_en", "alt_zh", "alt_en"]
    list_display = ["small", "__str__", "credit_zh", "credit_en"]
    list_display_links = ["small", "__str__"]
    ordering = ["-pk"]

    def get_fieldsets(self, request, obj=None):
        pairs = list(zip(WORDS[::2], WORDS[1::2], strict=True))
        return [(None, {"fields": ["picture" if obj else "upload", *pairs]})]

    def get_readonly_fields(self, request, obj=None):
        return ["picture"] if obj else []

    # The picture in the desk

    def get_urls(self):
        shown = self.admin_site.admin_view(self.show)
        return [path("<int:key>/<int:width>.<slug:ending>", shown, name="photos_photo_picture"), *super().get_urls()]

    def show(self, request, key: int, width: int, ending: str):
        """Show a rendition to whoever may see photos in the desk, whether readers see it or not."""
        photo = Photo.objects.filter(pk=key).first()
        if not self.has_view_permission(request, photo):
            raise PermissionDenied
        if photo is None:
            raise Http404
        return answer(request, photo, width, ending)

    @admin.display(description=_("picture"))
    def picture(self, photo):
        return _image(photo, SHOWN)

    @admin.display(description=_("picture"))
    def small(self, photo):
        return _image(photo, LISTED)

    # Saving

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Take the picture in before the form is read: it is long work, and the form's transaction holds the deeds."""
        view = super().changeform_view
        with ExitStack() as until_answered:
            if object_id is None and "upload" in request.FILES and self.has_add_permission(request):
                try:
                    request.taken = until_answered.enter_context(taken_in(request.FILES["upload"]))
                except Unfit as unfit:
                    request.taken = unfit
            return view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is not None:
            return super().get_form(request, obj, change, **kwargs)
        form = super().get_form(request, obj, change, **kwargs | {"form": NewPhotoForm})
        form.taken = getattr(request, "taken", None)
        return form

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        transaction.on_commit(partial(files.clear_away, obj.token))


def _image(photo: Photo, width: int) -> str:
    address = reverse("admin:photos_photo_picture", args=[photo.pk, photo.widths[0], ENDINGS[0]])
    height = max(1, round(photo.height * width / photo.width))
    return format_html('<img src="{}" width="{}" height="{}" alt="" loading="lazy">', address, width, height)
