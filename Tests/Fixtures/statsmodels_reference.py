#!/usr/bin/env python3
"""Reference values of exponential smoothing and least squares, computed by statsmodels.

    python3 statsmodels_reference.py > statsmodels_reference.json

Generates 20 series from a small generator of its own and prints them with what statsmodels gives:
fixed parameters with our initial states (initialization_method="known"), and the sum of squared
errors of its own fit from the same states. Needs statsmodels; made with the version in the output.
"""
import json
import sys
import warnings

import numpy
import statsmodels
import statsmodels.api as sm
from statsmodels.tsa.holtwinters import ExponentialSmoothing

warnings.simplefilter("ignore")
HORIZON = 6
FIXED = dict(alpha=0.4, beta=0.15, gamma=0.25, phi=0.9)


class Generator:
    """SplitMix64, so that the series are the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def unit(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return ((z ^ (z >> 31)) >> 11) / (1 << 53)


def series(seed):
    """Level, trend, seasons and noise of a size that the seed decides; always above zero."""
    g = Generator(seed)
    season = [4, 12, 7, 6][seed % 4]
    count = season * (3 + seed % 5) + seed % 3
    level, trend = 200 + 800 * g.unit(), 6 * (g.unit() - 0.3)
    swing, noise = 0.35 * g.unit(), 0.02 + 0.1 * g.unit()
    shape = [1 + swing * (2 * g.unit() - 1) for _ in range(season)]
    values = []
    for t in range(count):
        base = max(50.0, level + trend * t) * shape[t % season]
        values.append(round(base * (1 + noise * (2 * g.unit() - 1)), 2))
    return season, values


FORMS = {
    "ses": (None, False, None),
    "holt": ("add", False, None),
    "holt_damped": ("add", True, None),
    "holt_winters_additive": ("add", False, "add"),
    "holt_winters_multiplicative": ("add", False, "mul"),
    "holt_winters_additive_damped": ("add", True, "add"),
    "holt_winters_multiplicative_damped": ("add", True, "mul"),
}


def start(y, m, trend, season):
    """Our initial states, and how many points they use up."""
    if season:
        first, second = numpy.mean(y[:m]), numpy.mean(y[m:2 * m])
        states = dict(initial_level=first, initial_trend=(second - first) / m)
        factors = [v - first if season == "add" else v / first for v in y[:m]]
        states["initial_seasonal"] = factors
        return states, m
    if trend:
        return dict(initial_level=y[1], initial_trend=y[1] - y[0]), 2
    return dict(initial_level=y[0]), 1


def carried_on(fit, form, m):
    """Forecasts from the last states of the fit.

    forecast() gives the same, but for whole cycles ahead: there statsmodels (0.14) takes the season as it was
    before the last point was seen. So those are computed from its own states.
    """
    trend, damped, season = FORMS[form]
    phi = FIXED["phi"] if damped else 1.0
    values, reach = [], 0.0
    for h in range(1, HORIZON + 1):
        reach += phi ** h
        value = fit.level[-1] + (reach * fit.trend[-1] if trend else 0.0)
        if season:
            last = fit.season[len(fit.season) - m + (h - 1) % m]
            value = value + last if season == "add" else value * last
        values.append(float(value))
    for h, (ours, theirs) in enumerate(zip(values, fit.forecast(HORIZON)), start=1):
        if not season or h % m:
            assert abs(ours - theirs) <= 1e-9 * abs(theirs), (form, h, ours, theirs)
    return values


def smoothing(y, m, form):
    trend, damped, season = FORMS[form]
    states, used = start(y, m, trend, season)
    model = ExponentialSmoothing(
        numpy.array(y[used:]), trend=trend, damped_trend=damped, seasonal=season,
        seasonal_periods=m if season else None, initialization_method="known", **states)
    fixed = dict(smoothing_level=FIXED["alpha"])
    if trend:
        fixed["smoothing_trend"] = FIXED["beta"]
    if season:
        fixed["smoothing_seasonal"] = FIXED["gamma"]
    if damped:
        fixed["damping_trend"] = FIXED["phi"]
    given = model.fit(optimized=False, **fixed)
    fitted = model.fit(optimized=True)
    return dict(
        forecast=carried_on(given, form, m), sse=float(given.sse), fittedSSE=float(fitted.sse))


def trend(y):
    x = sm.add_constant(numpy.arange(1, len(y) + 1, dtype=float))
    fit = sm.OLS(numpy.array(y), x).fit()
    ahead = sm.add_constant(numpy.arange(len(y) + 1, len(y) + HORIZON + 1, dtype=float), has_constant="add")
    prediction = fit.get_prediction(ahead)
    low, high = prediction.conf_int(obs=True, alpha=0.2).T
    return dict(
        intercept=float(fit.params[0]), slope=float(fit.params[1]), r2=float(fit.rsquared),
        forecast=[float(v) for v in prediction.predicted_mean],
        low=[float(v) for v in low], high=[float(v) for v in high])


def regression(seed, y):
    g = Generator(seed + 1000)
    price = [round(5 + 3 * g.unit(), 3) for _ in y]
    visits = [round(20 * g.unit()) for _ in y]
    x = numpy.column_stack([numpy.ones(len(y)), price, visits])
    fit = sm.OLS(numpy.array(y), x).fit()
    return dict(
        price=price, visits=visits, coefficients=[float(v) for v in fit.params],
        errors=[float(v) for v in fit.bse], r2=float(fit.rsquared))


def main():
    cases = []
    for seed in range(1, 21):
        m, y = series(seed)
        cases.append(dict(
            seed=seed, season=m, values=y,
            smoothing={form: smoothing(y, m, form) for form in FORMS},
            trend=trend(y), regression=regression(seed, y)))
    json.dump(
        dict(statsmodels=statsmodels.__version__, horizon=HORIZON, fixed=FIXED, cases=cases),
        sys.stdout, indent=1)
    print()


main()
