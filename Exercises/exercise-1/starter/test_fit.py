"""Run by pytest: the fit finds what the measurement was made with."""

import fit


def test_gravity_is_found_within_three_standard_errors():
    result = fit.fit(*fit.measure())
    assert abs(result["gravity"] - fit.TRUE_GRAVITY) < 3 * result["gravity_error"]


def test_another_measurement_gives_another_result():
    one = fit.fit(*fit.measure(seed=1))
    other = fit.fit(*fit.measure(seed=2))
    assert one["gravity"] != other["gravity"]
