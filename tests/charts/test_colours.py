from smartgoals.charts.colours import PRINT
from smartgoals.domain.terms import Quadrant


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_text_can_be_read_on_its_ground():
    grounds = (PRINT.ground, *PRINT.quadrants)

    assert all(contrast(PRINT.text, ground) >= 4.5 for ground in grounds)
    assert all(contrast(PRINT.muted, ground) >= 4.5 for ground in grounds)


def test_every_mark_can_be_read_and_every_dot_be_seen():
    for quadrant in Quadrant:
        for is_parked in (False, True):
            dot = PRINT.of_dot(quadrant, is_parked=is_parked)
            assert contrast(dot.mark, dot.face) >= 4.5
            assert contrast(dot.line, PRINT.quadrants[quadrant - 1]) >= 3


def test_lines_part_the_quadrants_in_grey():
    assert all(contrast(PRINT.line, ground) >= 1.8 for ground in PRINT.quadrants)
