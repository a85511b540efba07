"""Rows that the database itself refuses to change: one migration operation, the same on SQLite and PostgreSQL.

`ForbidChange` is imported by migrations, so its meaning and its arguments stay as they are for good.
On SQLite Django rebuilds a table to alter it, and the triggers go with the old one: after `AlterField`, `AddField`,
`RemoveField` or a new constraint on a protected table, repeat the `ForbidChange` (the check `audit.E001` says so).
"""

from collections.abc import Iterable

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import Model

FUNCTION = """
CREATE OR REPLACE FUNCTION fourfold_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

# A trigger's condition may ask another table on SQLite only; on PostgreSQL the function asks.
PERMITS = "SELECT 1 FROM audit_erasurepermit"
FUNCTION_UNLESS_ERASING = f"""
CREATE OR REPLACE FUNCTION fourfold_refuse_unless_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS ({PERMITS}) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


class ForbidChange(Operation):
    """Rows of the model cannot be updated, deleted, or both: the database answers with an IntegrityError.

    Fields named in `unless_columns` may still be updated. A foreign key is named by its field, not its column.
    With `unless_erasing` rows may be deleted within `assessment.audit.erasure.erasing`.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(
        self,
        model_name: str,
        *,
        update: bool = True,
        delete: bool = True,
        unless_columns: Iterable[str] = (),
        unless_erasing: bool = False,
    ) -> None:
        self.model_name = model_name
        self.update = update
        self.delete = delete
        self.unless_columns = tuple(unless_columns)
        self.unless_erasing = unless_erasing

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay what they are: a trigger is no part of them."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        self._drop(model, schema_editor)
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(FUNCTION, params=None)
            schema_editor.execute(FUNCTION_UNLESS_ERASING, params=None)
        for event, when in self._events(model, schema_editor):
            may_erase = self.unless_erasing and event == "delete"
            schema_editor.execute(_make_trigger(model, event, when, schema_editor, may_erase), params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self._drop(from_state.apps.get_model(app_label, self.model_name), schema_editor)

    def describe(self) -> str:
        verbs = " and ".join(event for event in ("update", "delete") if getattr(self, event))
        return f"Forbid to {verbs} rows of {self.model_name}"

    @property
    def migration_name_fragment(self) -> str:
        return f"{self.model_name.lower()}_forbid_change"

    def trigger_names(self, apps: Apps, app_label: str) -> list[str]:
        """This function will return the triggers that must stand in a database where this operation is applied."""
        table = apps.get_model(app_label, self.model_name)._meta.db_table
        return [_trigger_name(table, event) for event in ("update", "delete") if getattr(self, event)]

    def _events(self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> list[tuple[str, str]]:
        events = []
        if self.update:
            events.append(("update", self._change_of_protected(model, schema_editor) if self.unless_columns else ""))
        if self.delete:
            events.append(("delete", ""))
        return events

    def _change_of_protected(self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        """`save()` writes every column, so what counts is whether a protected value differs, not whether it is named."""
        differs = "IS DISTINCT FROM" if schema_editor.connection.vendor == "postgresql" else "IS NOT"
        names = {field.name for field in model._meta.local_concrete_fields}
        if unknown := sorted(set(self.unless_columns) - names):
            raise ValueError(f"{model._meta.label} has no field {', '.join(unknown)}")
        columns = [
            schema_editor.quote_name(str(field.column))
            for field in model._meta.local_concrete_fields
            if field.name not in self.unless_columns
        ]
        return " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)

    def _drop(self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> None:
        table = model._meta.db_table
        on_table = f" ON {schema_editor.quote_name(table)}" if schema_editor.connection.vendor == "postgresql" else ""
        for event in ("update", "delete"):
            name = schema_editor.quote_name(_trigger_name(table, event))
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}", params=None)


def _trigger_name(table: str, event: str) -> str:
    return f"{table}_forbids_{event}"


def _make_trigger(
    model: type[Model], event: str, when: str, schema_editor: BaseDatabaseSchemaEditor, may_erase: bool
) -> str:
    table = model._meta.db_table
    message = f"rows of {table} are kept as they are: {event} refused"
    quote = schema_editor.quote_name
    head = f"CREATE TRIGGER {quote(_trigger_name(table, event))} BEFORE {event.upper()} ON {quote(table)} FOR EACH ROW"
    if may_erase and schema_editor.connection.vendor != "postgresql":
        when = f"NOT EXISTS ({PERMITS})"
    condition = f" WHEN ({when})" if when else ""
    if schema_editor.connection.vendor == "postgresql":
        function = "fourfold_refuse_unless_erasing" if may_erase else "fourfold_refuse_change"
        return f"{head}{condition} EXECUTE FUNCTION {function}('{message}')"
    return f"{head}{condition} BEGIN SELECT RAISE(ABORT, '{message}'); END"
