from django.db import migrations, models

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_erasure_permits"),
        ("report", "0007_drawn_ahead"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="address",
            field=models.CharField(
                blank=True, default="", max_length=500, verbose_name="address of the page that confirms it"
            ),
        ),
        ForbidChange("Report", unless_erasing=True),
    ]
