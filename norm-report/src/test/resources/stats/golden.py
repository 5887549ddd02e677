"""Writes golden.txt: statistics computed by other people's code. Run: python3 golden.py > golden.txt"""
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint


def line(name, *numbers):
    print(name, *(repr(float(x)) for x in numbers))


def bca(name, values, level):
    found = stats.bootstrap((values,), np.mean, method="BCa", n_resamples=1_000_000, batch=50_000,
                            confidence_level=level, rng=np.random.default_rng(1))
    line(name, *found.confidence_interval)


def violation(x, y):
    """Both quantile functions on the common grid of n m steps."""
    gap = np.repeat(np.sort(x), len(y)) - np.repeat(np.sort(y), len(x))
    return np.sum(gap[gap < 0] ** 2) / np.sum(gap ** 2)


print(f"# scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, numpy {np.__version__}; written by golden.py")
rng = np.random.default_rng(7)
for name, values in ("normal", rng.normal(0.8, 1.5, 13)), ("skewed", rng.exponential(1, 22)):
    values = np.round(values, 3)
    line(name, *values)
    line(name + ".mean", values.mean())
    line(name + ".sd", values.std(ddof=1))
    line(name + ".median", np.median(values))
    line(name + ".iqm", stats.trim_mean(values, 0.25))
    walsh = [(a + b) / 2 for i, a in enumerate(values) for b in values[i:]]
    line(name + ".hodgesLehmann", np.median(walsh))
    bca(name + ".bca.0.95", values, 0.95)
    bca(name + ".bca.0.9706", values, 0.9706)
small = np.round(rng.normal(0.5, 1, 11), 2)
line("flip", *small)
line("flip.p", stats.permutation_test((small,), np.mean, permutation_type="samples", n_resamples=np.inf).pvalue)
p = [0.011, 0.02, 0.0004, 0.3, 0.011, 0.04, 0.9]
line("holm", *p)
line("holm.adjusted", *multipletests(p, method="holm")[1])
for wins, trials in ((0, 5), (7, 10), (8.5, 12), (20, 20)):
    line(f"wilson.{wins}.{trials}", *proportion_confint(wins, trials, 0.05, method="wilson"))
x, y = np.round(rng.normal(1, 1, 9), 1), np.round(rng.normal(0.4, 1.3, 7), 1)
line("x", *x)
line("y", *y)
line("xy.improvement", stats.mannwhitneyu(x, y).statistic / 63)
line("xy.violation", violation(x, y))
images = np.round(rng.normal(0, 1, (5, 1)) + rng.normal(0, 0.7, (5, 3)), 2)
line("images", *images.ravel())
f = stats.f_oneway(*images).statistic
line("images.correlation", (f - 1) / (f + 2))
