import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import StatementError

from smartgoals.domain.plan import Plan
from smartgoals.storage.store import PlanStore


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),  # EXTRA
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("busy_timeout", 250),
    ],
)
def test_the_file_is_used_in_the_way_that_lost_nothing(
    store: PlanStore, pragma: str, value: object
) -> None:
    with store._database.plain() as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_a_save_is_one_transaction_that_holds_the_lock_from_its_begin(
    store: PlanStore, plan: Plan
) -> None:
    store.save(Plan())  # SQLAlchemy asks its own questions the first time.
    statements: list[str] = []
    with store._database.plain() as connection:
        connection.set_trace_callback(statements.append)
    store.save(plan)
    marks = [words for words in statements if words.split()[0] in {"BEGIN", "COMMIT", "SAVEPOINT"}]
    assert marks == ["BEGIN IMMEDIATE", "COMMIT"]
    assert (statements[0], statements[-1]) == ("BEGIN IMMEDIATE", "COMMIT")


def test_reading_leaves_the_lock_to_others(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    statements: list[str] = []
    with store._database.plain() as connection:
        connection.set_trace_callback(statements.append)
    store.load(plan.id)
    assert statements[0] == "BEGIN"


def test_errors_of_the_database_do_not_quote_what_was_written(store: PlanStore) -> None:
    shows = create_engine("sqlite://")
    query, words = text("SELECT nothing WHERE 1 = :words"), {"words": "Sesame"}
    with shows.connect() as connection, pytest.raises(StatementError, match="Sesame"):
        connection.execute(query, words)
    shows.dispose()
    ours = store._database._engine
    with ours.connect() as connection, pytest.raises(StatementError) as caught:
        connection.execute(query, words)
    assert "Sesame" not in str(caught.value)
