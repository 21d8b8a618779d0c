"""What keeps each record public, or waiting, until now is written as rows of what approvals let out.

Stories kept what they report and show, and agreements the stages that they made. Only what has been approved for
readers gets a row: nothing appears by it, and nothing disappears.
"""

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

REPORTED = (("cooperation", "Event"), ("cooperation", "Agreement"), ("photos", "Photo"))


def write_rows(apps, _editor):
    now = timezone.now()
    LetOut = apps.get_model("publishing", "LetOut")
    kind_of = apps.get_model("contenttypes", "ContentType").objects.get_for_model
    Version, Stage = apps.get_model("articles", "Version"), apps.get_model("cooperation", "Stage")

    def write(model, by, found):
        rows = [
            LetOut(kind=kind_of(model), object_id=key, by_kind=kind_of(by), by_id=keeper, since=min(begun, now))
            for key, keeper, begun in found
        ]
        LetOut.objects.bulk_create(rows, batch_size=500)

    for app, name in REPORTED:
        model, versions = apps.get_model(app, name), "articles__editions__versions"
        kept = model.objects.filter(approved(now)).filter(approved(now, f"{versions}__"))
        write(model, Version, kept.order_by("pk").values_list("pk", f"{versions}__pk", "public_from").distinct())
    made = Stage.objects.filter(approved(now), approved(now, "agreement__"))
    write(Stage, apps.get_model("cooperation", "Agreement"), made.values_list("pk", "agreement", "public_from"))


def approved(now, path=""):
    still = Q(**{f"{path}public_until": None}) | Q(**{f"{path}public_until__gt": now})
    return Q(**{f"{path}public_from__isnull": False}) & still


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0003_differing_of"),
        ("cooperation", "0005_words_in_other_languages"),
        ("photos", "0002_share_cut"),
        ("publishing", "0004_let_out"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(write_rows, migrations.RunPython.noop)]
