"""What Alembic runs to change the tables: on the connection that it is given, in its transaction.

A new version is a file in versions/, and its number is NEWEST in logic/counts/schema.py.
"""

from alembic import context

from logic.counts.schema import VERSIONS

context.configure(connection=context.config.attributes["connection"], version_table=VERSIONS)
with context.begin_transaction():
    context.run_migrations()
