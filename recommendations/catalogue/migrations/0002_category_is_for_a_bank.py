from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_catalogue")]

    operations = [
        migrations.AddField(
            "category",
            "bank_slug",
            models.SlugField(default="four-barriers", max_length=60, verbose_name="question bank"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "category",
            models.CheckConstraint(condition=models.Q(("bank_slug", ""), _negated=True), name="category_is_for_a_bank"),
        ),
    ]
