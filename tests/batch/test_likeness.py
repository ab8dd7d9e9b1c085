"""What several reviews recommend in like words."""

from __future__ import annotations

from cpraudit.batch.likeness import recurring
from cpraudit.batch.rows import Advised


def groups(*texts: tuple[int, str]) -> list[tuple[int, ...]]:
    advice = [Advised(review, str(n), text, ()) for n, (review, text) in enumerate(texts)]
    return [group.reviews for group in recurring(advice)]


def test_like_words_in_two_reviews_are_put_together() -> None:
    assert groups(
        (1, "The Health Board will audit how missed appointments are recorded, and report to the Board by March 2021."),
        (2, "The Health Board should audit how missed appointments are recorded and report to the Board by June 2022."),
        (2, "All agencies will train staff in professional curiosity."),
        (3, "Schools will tell the social worker within a day when a child on the register is absent."),
    ) == [(1, 2)]


def test_the_same_twice_in_one_review_does_not_recur() -> None:
    text = "The police will share every notice with the health visitor."
    assert groups((1, text), (1, text)) == []
    assert groups((1, text), (1, text), (4, text)) == [(1, 4)]


def test_short_texts_tell_too_little() -> None:
    assert groups((1, "Training for staff."), (2, "Training for staff.")) == []


def test_thousands_are_compared() -> None:
    words = [f"word{n}" for n in range(400)]
    texts = [(n, " ".join(words[(n * k) % 400] for k in (1, 3, 7, 11, 13, 17, 19, 23, 29, 31))) for n in range(1, 4001)]
    assert all(len(group) > 1 for group in groups(*texts))
