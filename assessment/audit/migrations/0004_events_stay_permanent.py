from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_erasure_permits"),
    ]

    operations = [
        ForbidChange("AuditEvent"),
    ]
