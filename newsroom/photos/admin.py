"""Photo admin: the picture is uploaded with the first save; all else can be changed until approval."""

from contextlib import ExitStack
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.widgets import Script
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.forms.desk_request import desk_of
from newsroom.forms.locked import LockedAdmin, LockedTabular
from newsroom.photos import files
from newsroom.photos.forms import WORDS, NewPhotoForm
from newsroom.photos.image_worker import CUTS
from newsroom.photos.intake import Unfit, taken_in
from newsroom.photos.models import Photo, Pictured
from newsroom.photos.pictures import Shape, shape_of
from newsroom.photos.views import answer

FOCUS = ("focus_x", "focus_y", "whole", "drawn")
SHOWN, LISTED, CUT = 480, 120, 160  # pixels of width


class PicturedInline(LockedTabular):
    """Inline of the people in a photo, from left to right, as the caption names them."""

    model = Pictured
    autocomplete_fields = ["person"]
    fields = ["order", "person", "words_zh", "words_en"]


@admin.register(Photo)
class PhotoAdmin(LockedAdmin):
    """Photo admin: focal point, words in each language, and the people in it."""

    inlines = [PicturedInline]
    search_fields = ["caption_zh", "caption_en", "credit_zh", "credit_en", "alt_zh", "alt_en"]
    list_display = ["small", "__str__", "credit_zh", "credit_en"]
    list_display_links = ["small", "__str__"]
    ordering = ["-pk"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        pairs = list(zip(WORDS[::2], WORDS[1::2], strict=True))
        shown = ["picture", FOCUS, "cuts"] if obj else ["upload", FOCUS]
        return [(None, {"fields": [*shown, *pairs]})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list:
        return ["picture", "cuts"] if obj else []

    # Picture in the desk

    def get_urls(self) -> list:
        shown = self.admin_site.admin_view(self.show)
        own = [
            path("<int:key>/<int:width>.<slug:ending>", shown, name="photos_photo_picture"),
            path("<int:key>/<slug:cut>/<int:width>.<slug:ending>", shown, name="photos_photo_cut"),
        ]
        return [*own, *super().get_urls()]

    def show(self, request: HttpRequest, key: int, width: int, ending: str, cut: str = "") -> Any:
        """Serve a rendition to accounts that may view photos, public or not."""
        photo = Photo.objects.filter(pk=key).first()
        if not self.has_view_permission(request, photo):
            raise PermissionDenied
        if photo is None:
            raise Http404
        return answer(request, photo, width, ending, cut)

    @admin.display(description=_("picture"))
    def picture(self, photo: Photo) -> str:
        return format_html('<span class="desk-focus">{}</span>', _image(photo, shape_of(photo, ""), SHOWN))

    @admin.display(description=_("picture"))
    def small(self, photo: Photo) -> Any:
        return _image(photo, shape_of(photo, ""), LISTED)

    @admin.display(description=_("parts shown"))
    def cuts(self, photo: Photo) -> str:
        """Return the crops that readers see where the whole picture has no room."""
        if not photo.is_cut:
            return gettext("They are being made anew around the focal point: look again in a minute.")
        shown = ["share"] if photo.whole else CUTS
        images = ((_image(photo, shape_of(photo, cut), CUT),) for cut in shown)
        return format_html('<span class="desk-cuts">{}</span>', format_html_join("", "{}", images))

    class Media:
        css = {"all": ["desk/photo.css"]}
        js = [Script("desk/focus.js", type="module")]

    # Saving

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        """Process the upload before the form: it is slow, and the form's transaction holds the lock of the deeds."""
        view = super().changeform_view
        with ExitStack() as until_answered:
            if object_id is None and "upload" in request.FILES and self.has_add_permission(request):
                try:
                    desk_of(request).upload = until_answered.enter_context(taken_in(request.FILES["upload"]))
                except Unfit as unfit:
                    desk_of(request).upload = unfit
            return view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is not None:
            return super().get_form(request, obj, change, **kwargs)
        form = super().get_form(request, obj, change, **kwargs | {"form": NewPhotoForm})
        form.taken = desk_of(request).upload
        return form

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        transaction.on_commit(partial(files.clear_away, obj.token))


def _image(photo: Photo, shape: Shape, width: int) -> str:
    """Return an `<img>` of the picture, whole or cropped, `width` pixels wide."""
    name, cut = ("photos_photo_cut", [f"{shape.cut}-{photo.focus}"]) if shape.cut else ("photos_photo_picture", [])
    address = reverse(f"admin:{name}", args=[photo.pk, *cut, shape.widths[0], "jpg"])
    height = max(1, round(shape.height * width / shape.width))
    return format_html('<img src="{}" width="{}" height="{}" alt="" loading="lazy">', address, width, height)
