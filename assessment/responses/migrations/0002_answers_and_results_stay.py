from django.db import migrations

from assessment.audit.immutability import ForbidChange


class Migration(migrations.Migration):
    dependencies = [("responses", "0001_assessments_answers_and_results")]

    operations = [ForbidChange("Answer"), ForbidChange("Result")]
