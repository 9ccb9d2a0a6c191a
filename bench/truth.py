"""Prints the table of bench/truth.sh from its figures, added up over the markets; exit code 1 if a goal is missed."""
import csv
import sys
from collections import defaultdict

figures = defaultdict(lambda: [0, 0])
with open(sys.argv[1], newline="") as file:
    for row in csv.DictReader(file):
        figures[row["kind"], row["figure"]][0] += int(row["part"])
        figures[row["kind"], row["figure"]][1] += int(row["whole"])
missed = []


def of(kind):
    return {figure: counts for (k, figure), counts in sorted(figures.items()) if k == kind}


def line(name, value, goal="", reached=True):
    print(f"| {name} | {value} | {goal}{'' if reached else ' **missed**'} |")
    if not reached:
        missed.append(name)


def share(part, whole):
    return "-" if whole == 0 else f"{100 * part / whole:.3f} % ({part:,} of {whole:,})"


events = of("events")
judged = sum(events[verdict][0] for verdict in ("right", "amount", "kind", "missing", "made up"))
right = events["right"][0]
print("\n| Payments | | Goal |\n|---|---:|---|")
line("right in kind, amount and ex-date", share(right, judged), ">= 99.9 %", right >= 0.999 * judged)
for verdict in ("amount", "kind", "missing", "made up"):
    line("wrong: " + verdict, f"{events[verdict][0]:,}")
line("right to the last digit", share(*events["exact"]))
pay = events["pay date"]
line("right pay date, where a source states it", share(*pay), ">= 99 %", pay[0] >= 0.99 * pay[1])
line("left out: no source knows it yet", f"{events['nobody knows'][0]:,}")

print("\n| Lies that a night could see | found | Wrong payments beside one |\n|---|---:|---:|")
wrong = of("wrong by lie")
for kind, (found, told) in of("lie").items():
    print(f"| {kind} | {found:,} of {told:,}{'' if found == told else ' **missed**'} | {wrong.pop(kind, [0])[0]:,} |")
    if found != told:
        missed.append("lie " + kind)
for kind, counts in wrong.items():
    print(f"| {kind} | - | {counts[0]:,} |")

held = sum(counts[0] for counts in of("held").values())
print("\n| Honest values held longer than a night | | Goal |\n|---|---:|---|")
line("findings", f"{held:,}", "0", held == 0)
print("\n| Findings about days of which nobody tells a lie | | Goal |\n|---|---:|---|")
for code, counts in of("needless").items():
    line(code, f"{counts[0]:,}", "0", False)

print("\n| Confidence | right | Goal |\n|---|---:|---|")
for name, (good, whole) in of("confidence").items():
    certain = name == ">= 0.99"
    line(name, share(good, whole), ">= 99 %" if certain else "", not certain or good >= 0.99 * whole)

ways = of("way")
ours = ways.pop("ours")
print("\n| Wrong days | | Times ours |\n|---|---:|---|")
print(f"| ours | {ours[0]:,} | |")
majority = ways.pop("majority")
best = min(ways, key=lambda source: ways[source][0])
for name, (count, _) in [("majority", majority), *sorted(ways.items(), key=lambda way: way[1][0])]:
    goal = ">= 5" if name in ("majority", best) else ""
    line(name, f"{count:,}", f"{count / max(ours[0], 1):.1f} {goal}", not goal or count >= 5 * ours[0])
if missed:
    print("\nmissed: " + ", ".join(missed))
    sys.exit(1)
