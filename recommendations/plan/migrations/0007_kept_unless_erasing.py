from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_erasure_permits"),
        ("plan", "0006_overlays"),
    ]

    operations = [
        ForbidChange("AdviceRun", unless_erasing=True),
        ForbidChange("OverlayChange", unless_erasing=True),
    ]
