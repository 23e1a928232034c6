import pytest

from smartgoals.charts.colours import DARK, LIGHT, PRINT, ChartColours


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, PRINT])
def test_every_text_can_be_read_on_its_ground(colours: ChartColours):
    grounds = (colours.ground, *colours.quadrants)

    assert all(contrast(colours.text, ground) >= 4.5 for ground in grounds)
    assert all(contrast(colours.muted, ground) >= 4.5 for ground in grounds)
    assert contrast(colours.on_dot, colours.dot) >= 4.5
    assert contrast(colours.on_later_dot, colours.later_dot) >= 4.5
    assert contrast(colours.on_parked_dot, colours.parked_dot) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK, PRINT])
def test_every_dot_can_be_seen_on_every_quadrant(colours: ChartColours):
    lines = (colours.dot, colours.later_dot, colours.parked_line)

    assert all(contrast(line, ground) >= 3 for line in lines for ground in colours.quadrants)


def test_printed_lines_part_the_quadrants_in_grey():
    assert all(contrast(PRINT.line, ground) >= 1.8 for ground in PRINT.quadrants)
