"""The rules of policy/pricing.lua in Python's decimal, exact, one rounding a stage.

python3 peer.py FILE ROUNDS: prints seconds (median), and the sums of prices and amounts in 1/10,000 yuan.
"""
import csv
import sys
import time
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 40
FEN, UNIT = Decimal("0.01"), Decimal("0.0001")
D = Decimal
P85, P90, P95, P97, P98 = D("0.85"), D("0.90"), D("0.95"), D("0.97"), D("0.98")
WEST, MARGIN, LEAST = D("1.183"), D("0.95"), D("0.3")


def price(list_price, cost, logistics, floor, level, region, first, agreement, vmi, quantity, prepaid, years, cash):
    running = list_price
    if quantity >= 100:
        running *= P95 if quantity < 1000 else P90 if quantity <= 10000 else P85
    if agreement == "framework_3y":
        running *= P90
    elif agreement == "framework_1y":
        running *= P95
    if level == "A":
        running *= P90
    elif level == "B":
        running *= P95
    if first:
        running *= P95
    if prepaid >= 1 and years >= 5:
        running *= P85
    elif prepaid >= LEAST and years >= 3:
        running *= P90
    elif prepaid >= LEAST and years >= 1:
        running *= P95
    if vmi:
        running *= P97
    if cash:
        running *= P98
    full = None
    if cost is not None:
        full = cost
        if logistics is not None:
            full += logistics * WEST if region == "west" else logistics
    if floor is not None and running < floor:
        running = floor
    if full is not None:
        held = (full / MARGIN).quantize(UNIT, ROUND_CEILING)
        if running < held:
            running = held
    unit = running.quantize(UNIT, ROUND_HALF_UP)
    amount = (unit * quantity).quantize(FEN, ROUND_HALF_UP)
    total = None if full is None else (full * quantity).quantize(FEN, ROUND_HALF_UP)
    return unit, amount, total


def money(text):
    return None if text == "-1" else D(int(text)) / 10000


path, rounds = sys.argv[1], int(sys.argv[2])
lines = []
with open(path, newline="") as file:
    for a, b, c, d, e, f, g, h, i, j, k, l, m in csv.reader(file):
        lines.append((money(a), money(b), money(c), money(d), e, f, g == "1", h, i == "1", int(j), D(k), int(l), m == "1"))
times = []
for _ in range(rounds):
    start = time.perf_counter()
    priced = [price(*line) for line in lines]
    times.append(time.perf_counter() - start)
times.sort()
print(f"{times[rounds // 2]:.6f} {int(sum(p[0] for p in priced) * 10000)} {int(sum(p[1] for p in priced) * 10000)}")
