from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_advice_runs")]

    operations = [ForbidChange("AdviceRun")]
