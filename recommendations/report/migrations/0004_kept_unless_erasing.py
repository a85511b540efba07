from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_erasure_permits"),
        ("report", "0003_editions_batches_and_share_links"),
    ]

    operations = [
        ForbidChange("Report", unless_erasing=True),
    ]
