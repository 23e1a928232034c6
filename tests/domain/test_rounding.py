from decimal import Decimal

import pytest

from smartgoals.domain.rounding import half_up, settle


def test_three_thirds_are_whole_again():
    assert settle(Decimal(1) / 3 * 3) == 1


def test_the_product_of_the_largest_amounts_is_kept():
    largest = Decimal("999999999999999.999999")
    assert settle(largest * largest) > Decimal(10) ** 29


@pytest.mark.parametrize(
    ("number", "text"),
    [("1395.000", "1395"), ("1E+3", "1000"), ("-1E-12", "0"), ("0.50", "0.5"), ("-2.10", "-2.1")],
)
def test_a_settled_number_has_no_idle_zeros_and_no_minus_before_zero(number, text):
    assert str(settle(Decimal(number))) == text


@pytest.mark.parametrize(("number", "whole"), [("22.5", 23), ("22.49", 22), ("-0.5", -1), ("0", 0)])
def test_a_half_goes_up(number, whole):
    assert half_up(Decimal(number)) == whole
