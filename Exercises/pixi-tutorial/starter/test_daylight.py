"""Run by pytest. Hypothesis makes up places and days, and looks for one that breaks the rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

import daylight

days = some.integers(min_value=1, max_value=365)
latitudes = some.floats(min_value=-89, max_value=89)


@given(days)
def test_the_equator_has_twelve_hours_on_every_day(day):
    assert daylight.hours(0, day) == pytest.approx(12)


@given(latitudes, days)
def test_what_the_north_has_the_south_lacks(latitude, day):
    both = daylight.hours(latitude, day) + daylight.hours(-latitude, day)
    assert both == pytest.approx(24)


def test_day_and_night_are_equal_in_march():
    assert 79 <= daylight.spring(47.6) <= 82
