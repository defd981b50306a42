"""How buttons are laid out."""

from bot.views.page import Button, rows


def test_row_whose_labels_would_be_cut_off_is_cut_in_two() -> None:
    short, long = Button(label="Sources (5)"), Button(label="المنطقة الزمنية")
    wide = Button(label="来源与出处来")
    assert rows((short, short, short), (None, None)) == ((short, short, short),)
    assert rows((short, long, short)) == ((short, long), (short,))
    assert rows((Button(label="x" * 50), short)) == ((Button(label="x" * 50),), (short,))
    assert rows((wide, wide, wide, wide)) == ((wide, wide, wide), (wide,))
