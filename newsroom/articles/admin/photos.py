"""Inline of a story's photos: their order, and which one is the Open Graph image."""

from typing import Any

from newsroom.articles.models import ArticlePhoto
from newsroom.articles.models.articles import ONE_FOR_SHARING
from newsroom.forms.locked import LockedTabular
from newsroom.forms.validated import ValidatedRows

MARK = "for_sharing"


class PhotoRows(ValidatedRows):
    """Formset of a story's photos: at most one is `for_sharing`, and the flag can move between rows in one save."""

    def validate_unique(self) -> None:
        super().validate_unique()
        marked = [form for form in self._kept_forms() if form.cleaned_data.get(MARK)]
        for form in marked[1:]:
            form.add_error(MARK, ONE_FOR_SHARING)

    def save_existing_objects(self, commit: bool = True) -> Any:
        """Clear the flag before setting it elsewhere: a unique constraint allows one at any time."""
        if commit:
            giving_up = [form.instance.pk for form in self.initial_forms if self._gives_up(form)]
            self.get_queryset().filter(pk__in=giving_up).update(**{MARK: False})
        return super().save_existing_objects(commit)

    def _gives_up(self, form: Any) -> bool:
        """Return whether the row loses the flag. A read-only row reports no change, so it keeps it."""
        return form in self.deleted_forms or (form.has_changed() and not form.cleaned_data[MARK])


class ArticlePhotoInline(LockedTabular):
    """The photos of a story, in order; their words and alternative texts are on their own pages."""

    model = ArticlePhoto
    formset = PhotoRows
    template = "desk/story/photos.html"
    fields = ["order", "photo", MARK]
    autocomplete_fields = ["photo"]
