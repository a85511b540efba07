"""Addresses of people who signed in before letters confirmed addresses count as confirmed: else they could not go on."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def confirm_addresses(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    address = apps.get_model("account", "EmailAddress")
    people = apps.get_model("accounts", "User").objects.order_by("pk")
    address.objects.bulk_create(
        address(user_id=person.pk, email=person.email.lower(), verified=True, primary=True) for person in people
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_hand_overs"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(confirm_addresses, migrations.RunPython.noop)]
