"""What a submission covers: the records whose change takes it back."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.articles.models.editions import Version


class Covered(models.Model):
    """A record that was shown to whoever submitted a version, and that its approval would be the first to let out."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="covers", verbose_name=_("version"))
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+", verbose_name=_("kind of record"))
    object_id = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("record of a submission")
        verbose_name_plural = _("records of submissions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "version"],
                name="articles_a_submission_covers_a_record_once",
                violation_error_message=_("The submission covers this record already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.object_id}"
