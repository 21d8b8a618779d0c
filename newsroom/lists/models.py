"""The rows of the index of lists."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """Where a record stands in a list, under one of the words by which it is found there: see `lists.index`.

    It says nothing of who may see the record; that is asked of the record itself, each time.
    """

    key = models.CharField(max_length=60)  # "stories-en", and for each narrowing "stories-en:place:12"
    rank = models.BigIntegerField()  # the higher, the newer
    object_id = models.PositiveBigIntegerField()

    class Meta:
        db_table = "publishing_entry"  # made when the model stood there
        constraints = [
            models.UniqueConstraint(
                fields=["key", "rank", "object_id"],
                name="publishing_entry_stands_once",
                violation_error_message=_("This entry stands in the index already."),
            )
        ]
        indexes = [models.Index(fields=["object_id", "key"], name="publishing_entries_of_a_record")]

    def __str__(self):
        return f"{self.key} {self.object_id}"
