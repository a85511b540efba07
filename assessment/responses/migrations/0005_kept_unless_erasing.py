from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_erasure_permits"),
        ("responses", "0004_verified_results_and_casework"),
    ]

    operations = [
        ForbidChange("Answer", unless_erasing=True),
        ForbidChange("Result", unless_erasing=True),
        ForbidChange("Verification", unless_erasing=True),
    ]
