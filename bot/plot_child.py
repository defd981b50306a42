"""A child that draws one chart: JSON on standard input (bot.views.stats.chart), a PNG on standard output."""

import json
import sys
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

WIDTH_INCHES, HEIGHT_INCHES, DOTS_PER_INCH = 10, 7, 130
COLOURS = {"sent": "#2a6fb0", "refused": "#9aa5b1", "expired": "#c9a227", "skipped": "#7a8b99", "uncertain": "#c0392b"}
BLUE = "#2a6fb0"


def draw(chart: dict[str, Any]) -> FigureCanvasAgg:
    """Return the four panels: subscriptions, deliveries, buttons, stories."""
    figure = Figure(figsize=(WIDTH_INCHES, HEIGHT_INCHES), layout="constrained")
    canvas = FigureCanvasAgg(figure)
    days = [day[5:] for day in chart["days"]]
    subscriptions, deliveries, buttons, stories = figure.subplots(2, 2).flat
    _head(subscriptions, "Active subscriptions")
    active = [float("nan") if count is None else count for count in chart["subscriptions"]]
    subscriptions.plot(days, active, marker="o", markersize=3, color=BLUE)
    subscriptions.set_ylim(bottom=0)
    _head(deliveries, "Deliveries of briefings and alerts")
    below = [0] * len(days)
    for state, counts in chart["deliveries"].items():
        deliveries.bar(days, counts, bottom=below, label=state, color=COLOURS.get(state, "#444444"))
        below = [low + count for low, count in zip(below, counts, strict=True)]
    if chart["deliveries"]:
        deliveries.legend(fontsize=8, frameon=False)
    for panel in (subscriptions, deliveries):
        panel.set_xticks(range(0, len(days), 7))
        panel.yaxis.set_major_locator(MaxNLocator(integer=True))
    _bars(buttons, "Buttons pressed", chart["presses"])
    _bars(stories, "Stories opened", chart["stories"])
    return canvas


def _head(panel: Axes, title: str) -> None:
    panel.set_title(title, loc="left", fontsize=11)
    panel.spines[["top", "right"]].set_visible(False)
    panel.tick_params(labelsize=8)


def _bars(panel: Axes, title: str, counts: list[tuple[str, int]]) -> None:
    _head(panel, title)
    if not counts:
        panel.text(0.5, 0.5, "none yet", ha="center", va="center", transform=panel.transAxes, color="#777777")
        panel.set_axis_off()
        panel.set_title(title, loc="left", fontsize=11)
        return
    names = [name for name, _ in counts]
    drawn = panel.barh(names, [count for _, count in counts], color=BLUE)
    panel.bar_label(drawn, labels=[f"{count:,}" for _, count in counts], padding=3, fontsize=8)
    panel.invert_yaxis()
    panel.xaxis.set_major_locator(MaxNLocator(integer=True))
    panel.margins(x=0.12)


if __name__ == "__main__":
    draw(json.load(sys.stdin.buffer)).figure.savefig(sys.stdout.buffer, format="png", dpi=DOTS_PER_INCH)
