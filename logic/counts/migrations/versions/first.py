"""The first tables: totals by kiosk and day, and what was told of a month."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "visit_totals",
        sa.Column("kiosk", sa.String(63), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("sheet", sa.String(16), primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(127), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "visit_reports",
        sa.Column("kiosk", sa.String(63), primary_key=True),
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("told", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Take them away, with all that was counted."""
    op.drop_table("visit_reports")
    op.drop_table("visit_totals")
