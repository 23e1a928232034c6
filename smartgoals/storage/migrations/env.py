"""Runs migrations on the connection that is handed over; read by Alembic only."""

from alembic import context

from smartgoals.storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
