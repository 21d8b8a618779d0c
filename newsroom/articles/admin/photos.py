"""Inline of a story's photos: their order, and which one is the Open Graph image."""

from typing import Any

from newsroom.articles.models import ArticlePhoto
from newsroom.articles.models.articles import ONE_FOR_SHARING
from newsroom.forms.locked import LockedTabular
from newsroom.forms.validated import ValidatedRows

MARK = "for_sharing"


class PhotoRows(ValidatedRows):
    """Formset of a story's photos: on a page at most one is `for_sharing`; one save can move it between rows."""

    def validate_unique(self) -> None:
        super().validate_unique()
        marked = [form for form in self._kept_forms() if form.cleaned_data.get(MARK)]
        for place, form in enumerate(marked):
            if any(_share_a_page(form, other) for other in marked[:place]):
                form.add_error(MARK, ONE_FOR_SHARING)

    def save_existing_objects(self, commit: bool = True) -> Any:
        """Clear the flag before setting it elsewhere: a unique constraint allows one at any time."""
        if commit:
            giving_up = [form.instance.pk for form in self.initial_forms if self._gives_up(form)]
            self.get_queryset().filter(pk__in=giving_up).update(**{MARK: False})
        return super().save_existing_objects(commit)

    def _gives_up(self, form: Any) -> bool:
        """Return whether the row loses the flag, or moves with it. A read-only row reports no change: it keeps it."""
        moves = form.has_changed() and (not form.cleaned_data[MARK] or "language" in form.changed_data)
        return form in self.deleted_forms or moves


def _share_a_page(one: Any, other: Any) -> bool:
    """Return whether two rows stand on the page of one language; a row without a language stands on both."""
    languages = {form.cleaned_data.get("language") for form in (one, other)}
    return len(languages - {""}) < 2


class ArticlePhotoInline(LockedTabular):
    """The photos of a story, in order; their words and alternative texts are on their own pages."""

    model = ArticlePhoto
    formset = PhotoRows
    template = "desk/story/photos.html"
    fields = ["order", "photo", "language", MARK]
    autocomplete_fields = ["photo"]
