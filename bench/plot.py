#!/usr/bin/env python3
"""Plots CPU time and peak memory over the number of symbols, from the figures that `bench/run.sh --figures FILE` appends.

    bench/plot.py docs/performance.tsv >docs/performance.svg

A line of the file: work, program, symbols, wall seconds, CPU seconds, CPU seconds of PostgreSQL, peak MB, requests, rows, WAL MB.
Of several lines for the same work, program and size the last one counts.
"""
import math
import sys

WIDTH, HEIGHT, LEFT, TOP, PLOT_W, PLOT_H, GAP = 940, 420, 70, 50, 350, 290, 110
COLOURS = {"fill": "#1f5fa8", "nights": "#b3541e", "rows": "#2f7d4f", "whole": "#7a4fa3", "again": "#8a6d1f"}
NAMES = {"fill": "first fill", "nights": "three sessions on", "rows": "six new rows", "whole": "whole run", "again": "the same again"}


def read(path):
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) >= 7 and not line.startswith("#"):
                found[cells[0], cells[1], int(cells[2])] = (float(cells[4]), float(cells[6]))
    series = {}
    for (work, program, symbols), figures in sorted(found.items()):
        series.setdefault((work, program), []).append((symbols, *figures))
    return series


def decades(low, high):
    return range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)


def text(x, y, words, anchor="middle", extra=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {extra}>{words}</text>'


def plot(series, column, left, title, unit, logarithmic):
    sizes = [point[0] for points in series.values() for point in points]
    values = [point[column] for points in series.values() for point in points]
    steps = list(decades(min(values), max(values))) if logarithmic else []
    bottom, top = (10.0 ** steps[0], 10.0 ** steps[-1]) if logarithmic else (0, math.ceil(max(values) / 20) * 20)
    low, high = math.log10(min(sizes)) - 0.1, math.log10(max(sizes)) + 0.1

    def at(symbols, value):
        x = left + (math.log10(symbols) - low) / (high - low) * PLOT_W
        share = math.log(value / bottom) / math.log(top / bottom) if logarithmic else value / top
        return x, TOP + PLOT_H * (1 - share)

    out = [text(left + PLOT_W / 2, TOP - 20, title, extra='font-weight="bold"')]
    ticks = [10.0**step for step in steps] if logarithmic else range(0, top + 1, 20)
    for tick in ticks:
        y = at(sizes[0], tick)[1] if tick else TOP + PLOT_H
        out.append(f'<line x1="{left}" y1="{y:.1f}" x2="{left + PLOT_W}" y2="{y:.1f}" stroke="#ddd"/>')
        out.append(text(left - 8, y + 4, f"{tick:g}{unit}", "end"))
    for size in sorted(set(sizes)):
        x = at(size, top)[0]
        out.append(text(x, TOP + PLOT_H + 18, f"{size:,}"))
    out.append(text(left + PLOT_W / 2, TOP + PLOT_H + 38, "symbols"))
    for (work, program), points in series.items():
        dashes = ' stroke-dasharray="5 4"' if program == "peer" else ""
        path = " ".join("%.1f,%.1f" % at(point[0], point[column]) for point in points)
        colour = COLOURS.get(work, "#444")
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')
        for point in points:
            x, y = at(point[0], point[column])
            fill = "white" if program == "peer" else colour
            out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>')
    return out


def legend(series):
    out, x = [], LEFT
    for work in dict.fromkeys(work for work, _ in series):
        colour = COLOURS.get(work, "#444")
        out.append(f'<line x1="{x}" y1="{HEIGHT - 16}" x2="{x + 24}" y2="{HEIGHT - 16}" stroke="{colour}" stroke-width="2"/>')
        out.append(text(x + 30, HEIGHT - 12, NAMES.get(work, work), "start"))
        x += 160
    if any(program == "peer" for _, program in series):
        out.append(f'<line x1="{x}" y1="{HEIGHT - 16}" x2="{x + 24}" y2="{HEIGHT - 16}" stroke="#444" stroke-width="2" stroke-dasharray="5 4"/>')
        out.append(text(x + 30, HEIGHT - 12, "the Python peer", "start"))
    return out


def main():
    series = read(sys.argv[1])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        *plot(series, 1, LEFT, "CPU of the update", " s", True),
        *plot(series, 2, LEFT + PLOT_W + GAP, "Peak memory", " MB", False),
        *legend(series),
        "</svg>",
    ]
    print("\n".join(parts))


main()
