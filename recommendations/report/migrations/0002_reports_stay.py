from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [("report", "0001_reports")]

    operations = [ForbidChange("Report")]
