"""Where the benchmarks find the project's own files."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BANK = ROOT / "assessment/bank/content/four_barriers.yaml"
EXAMPLE = ROOT / "assessment/bank/content/machining-86.answers.yaml"
PLAYBOOK = ROOT / "recommendations/playbook/content/four_barriers.yaml"
