"""What the benchmarks read: relevant reports of 3,000 characters, and news that has nothing to do with ties."""

import csv
import random
import sys
from pathlib import Path

SIZE = 3000
_NEWS = Path("../shared/data/news-negatives/dev.tsv")
_WORDS = (
    *("the", "minister", "budget", "school", "storm", "market", "league", "coach", "clinic", "harvest", "verdict", "engine", "festival"),
    *("price", "river", "police", "season", "voters", "inflation", "striker", "hospital", "court", "of", "in", "after", "with", "rose"),
)


def relevant() -> list[str]:
    """Reports of the pile and the gold, each followed by others until it has SIZE characters; every text is another one."""
    texts = [file.read_text(encoding="utf-8") for folder in ("pile", "gold") for file in sorted(Path(folder).rglob("*.txt"))]
    filled = []
    for first in range(len(texts)):
        text = "\n\n".join(texts[first:] + texts[:first])
        filled.append(text[: text.rfind(".", 0, SIZE) + 1])
    return filled


def other(count: int) -> list[str]:
    """News about other things: real where it lies beside the project, else made of words by rule."""
    if not _NEWS.exists():
        return [_made(number) for number in range(count)]
    csv.field_size_limit(sys.maxsize)
    with _NEWS.open(encoding="utf-8", newline="") as file:
        stories = [row["text"] for row in csv.DictReader(file, delimiter="\t")]
    joined = ["\n\n".join(stories[at % len(stories) :][:3])[:SIZE] for at in range(count)]
    return joined


def _made(number: int) -> str:
    chance = random.Random(number)  # noqa: S311
    sentences = (" ".join(chance.choices(_WORDS, k=18)).capitalize() + "." for _ in range(26))
    return "\n\n".join(sentences)[:SIZE]
