"""What a process remembers of solved roadmaps."""

from recommendations.plan.roadmap.memory import Memory


def test_memory_makes_once_and_forgets_what_was_used_longest_ago() -> None:
    made: list[int] = []
    memory: Memory[int] = Memory(2)

    def get(key: int) -> int:
        return memory.get(key, lambda: made.append(key) or key * 10)  # type: ignore[func-returns-value]

    assert [get(key) for key in (1, 2, 1, 3, 1, 2)] == [10, 20, 10, 30, 10, 20]
    assert made == [1, 2, 3, 2]
