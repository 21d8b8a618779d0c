"""Each day of approval becomes a row, here and in the snapshots of amendments; and from when until when texts run.

A waiting amendment can still be approved and a decided one shows what it showed: the column of its snapshots is a row
too, with the key of the row that the agreement has got. Which body approved is not known, so it stays empty.
"""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

COLUMNS = ("approved", "approved_earliest", "approved_latest", "approved_half")


def into_rows(apps, _editor):
    Agreement = apps.get_model("cooperation", "Agreement")
    Approval = apps.get_model("cooperation", "Approval")
    Agreement.objects.update(runs_from=F("term_earliest"), runs_until=F("term_latest"))
    approved = Agreement.objects.exclude(approved="").order_by("pk")
    for one in approved.only(*COLUMNS).iterator():
        Approval.objects.create(agreement_id=one.pk, approved=one.approved)
    for amendment in _amendments(apps):
        row = Approval.objects.filter(agreement_id=amendment.object_id).first()
        for snapshot in (amendment.before, amendment.after):
            _column_into_row(snapshot, row and row.pk)
        amendment.save(update_fields=["before", "after"])


def into_columns(apps, _editor):
    """Take back the first of an agreement's approvals; what the column cannot hold is lost."""
    Agreement = apps.get_model("cooperation", "Agreement")
    Approval = apps.get_model("cooperation", "Approval")
    first = Approval.objects.filter(agreement=OuterRef("pk")).exclude(approved="").order_by("order", "pk")
    known = Agreement.objects.filter(pk__in=Approval.objects.exclude(approved="").values("agreement"))
    known.update(**{column: Subquery(first.values(column)[:1]) for column in COLUMNS})
    for amendment in _amendments(apps):
        for snapshot in (amendment.before, amendment.after):
            _row_into_column(snapshot)
        amendment.save(update_fields=["before", "after"])
    Approval.objects.all().delete()


def _amendments(apps):
    ContentType = apps.get_model("contenttypes", "ContentType")
    kinds = ContentType.objects.filter(app_label="cooperation", model="agreement")
    return apps.get_model("publishing", "Amendment").objects.filter(kind__in=kinds).order_by("pk")


def _column_into_row(snapshot, key):
    day = snapshot["fields"].pop("approved", None)
    if day is None:
        return
    row = {"pk": key, "fields": {"approved": day}, "links": {}, "rows": {}}
    snapshot["rows"]["approvals"] = [row] if day else []


def _row_into_column(snapshot):
    rows = snapshot["rows"].pop("approvals", None)
    if rows is not None:
        snapshot["fields"]["approved"] = next((row["fields"].get("approved", "") for row in rows), "")


class Migration(migrations.Migration):

    dependencies = [
        ("cooperation", "0002_terms_and_approvals"),
        ("publishing", "0001_first"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(into_rows, into_columns)]
