from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [("playbook", "0001_working_copy_and_releases")]

    operations = [ForbidChange("PlaybookRelease")]
