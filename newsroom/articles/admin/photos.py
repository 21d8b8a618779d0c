"""The photos of a story in the desk, in order, and which of them is shown where a link to the story is shared."""

from typing import Any

from newsroom.articles.models import ArticlePhoto
from newsroom.articles.models.articles import ONE_FOR_SHARING
from newsroom.forms.locked import LockedTabular
from newsroom.forms.validated import ValidatedRows

MARK = "for_sharing"


class PhotoRows(ValidatedRows):
    """The photos of a story, of which one at most is for sharing; one may take the mark from another."""

    def validate_unique(self) -> None:
        super().validate_unique()
        marked = [form for form in self._kept_forms() if form.cleaned_data.get(MARK)]
        for form in marked[1:]:
            form.add_error(MARK, ONE_FOR_SHARING)

    def save_existing_objects(self, commit: bool = True) -> Any:
        """Take the mark from the rows that give it up before another has it: the database knows no moment with two."""
        if commit:
            giving_up = [form.instance.pk for form in self.initial_forms if self._gives_up(form)]
            self.get_queryset().filter(pk__in=giving_up).update(**{MARK: False})
        return super().save_existing_objects(commit)

    def _gives_up(self, form: Any) -> bool:
        """A row that may not be changed says that it has not been: it keeps its mark."""
        return form in self.deleted_forms or (form.has_changed() and not form.cleaned_data[MARK])


class ArticlePhotoInline(LockedTabular):
    """The photos of a story, in order; their words and alternative texts are on their own pages."""

    model = ArticlePhoto
    formset = PhotoRows
    template = "desk/story/photos.html"
    fields = ["order", "photo", MARK]
    autocomplete_fields = ["photo"]
