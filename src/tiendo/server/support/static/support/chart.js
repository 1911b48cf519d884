// SPDX-License-Identifier: Apache-2.0
// Draws the charts of a page: each element with data-chart="ID" from the JSON of the element ID (support/chart.html).
// Colours come from the tokens and are read again when the theme changes. Nothing moves. The numbers stand in a table
// below, which the server writes; here they are only drawn.
import { init } from "./vendor/echarts.js";
import { drawNotes, drawFan } from "./chart-notes.js";

const NARROW = 640;
const WIDEST = 56; // pixels of a bar
const CROWDED = 14; // labels; more leave each other out

/** The colours of the theme that is shown now. */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    actual: read("actual"), plan: read("plan"), ghost: read("ghost"), ghostEdge: read("ghost-edge"),
    fanInner: read("fan-1"), fanOuter: read("fan-2"), line: read("line"), surface: read("surface"), raised: read("raised"),
    ink: read("ink"), ink2: read("ink-2"), bad: read("st-at-risk-mark"), font: read("font-ui"),
  };
}

/** Writes a number as the page's language does, with the minus of print. */
function numberWriter(decimals) {
  const vietnamese = document.documentElement.lang !== "en";
  const form = new Intl.NumberFormat(vietnamese ? "vi-VN" : "en", {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  });
  return (value) => form.format(value).replace("-", "\u2212");
}

const toNumber = (value) => (value === null || value === undefined ? null : Number(value));
const toNumbers = (values) => (values ?? []).map(toNumber);

/** What ECharts is told. */
function describe(chart, colours, isNarrow) {
  const write = numberWriter(chart.decimals);
  const text = { color: colours.ink2, fontFamily: colours.font, fontSize: 12 };
  const told = { chart, colours, isNarrow, write, text, toNumbers };
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: chart.sentence } },
    grid: { left: 44, right: isNarrow ? 12 : 118, top: 34, bottom: 30 },
    xAxis: [labelled(chart, colours, text, isNarrow), { type: "category", data: chart.labels, show: false }],
    yAxis: {
      type: "value", min: chart.bars || chart.ghost ? 0 : "dataMin",
      splitLine: { lineStyle: { color: colours.line } }, axisLabel: { ...text, formatter: (value) => numberWriter(0)(value) },
    },
    tooltip: {
      trigger: "axis", transitionDuration: 0, backgroundColor: colours.raised, borderColor: colours.line,
      textStyle: { ...text, color: colours.ink, fontSize: 13 }, axisPointer: { type: "shadow", shadowStyle: { opacity: 0.08 } },
      formatter: (points) => sayAt(points, chart, write),
    },
    series: [ghostBars(told), drawFan(told), bars(told), planLine(told), median(told), drawNotes(told)].flat().filter(Boolean),
  };
}

function labelled(chart, colours, text, isNarrow) {
  return {
    type: "category", data: chart.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: colours.ghostEdge } },
    axisLabel: {
      ...text, interval: chart.labels.length > CROWDED ? "auto" : Number(isNarrow), margin: 10,
      formatter: (label, place) => (place === chart.current ? `{now|${label}}` : label),
      rich: { now: { ...text, color: colours.ink, fontWeight: 600 } },
    },
  };
}

/** The look of a bar that nobody counted: on other boundaries, or by a share. */
function hatch(colours, edge) {
  return {
    color: colours.surface, borderColor: edge, borderWidth: 1, borderType: [3, 3],
    decal: { symbol: "rect", color: edge, dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -Math.PI / 4 },
  };
}

function ghostBars({ chart, colours, toNumbers }) {
  if (!chart.ghost) return null;
  const restated = new Set(chart.ghost.restated ?? []);
  const hatched = hatch(colours, colours.ghostEdge);
  const plain = { color: colours.ghost, borderColor: colours.ghostEdge, borderWidth: 1 };
  const data = toNumbers(chart.ghost.values).map((value, place) => ({ value, itemStyle: restated.has(place) ? hatched : plain }));
  return { type: "bar", name: chart.ghost.name, xAxisIndex: 1, barWidth: "74%", data, z: 1, silent: true };
}

function bars({ chart, colours, toNumbers }) {
  if (!chart.bars) return null;
  const restated = new Set(chart.bars.restated ?? []);
  const hatched = hatch(colours, colours.actual), plain = { color: colours.actual };
  const data = toNumbers(chart.bars.values).map((value, place) => ({ value, itemStyle: restated.has(place) ? hatched : plain }));
  return { type: "bar", name: chart.bars.name, barWidth: "40%", barMaxWidth: WIDEST, data, z: 4 };
}

// A line that is cut is drawn in pieces: nothing joins what is counted in two ways.
function planLine({ chart, colours, toNumbers }) {
  if (!chart.line) return null;
  const marked = new Set(chart.line.marks ?? []), values = toNumbers(chart.line.values);
  const ends = [...(chart.line.cuts ?? []).toSorted((one, other) => one - other), values.length - 1];
  return ends.map((end, piece) => {
    const start = piece === 0 ? 0 : ends[piece - 1] + 1;
    return {
      type: "line", name: chart.line.name, z: 5, connectNulls: false,
      data: values.map((value, place) => (place >= start && place <= end ? value : null)),
      lineStyle: { color: colours.plan, width: 2 }, symbol: "circle",
      symbolSize: (_, point) => (marked.has(point.dataIndex) ? 8 : 0),
      itemStyle: { color: colours.surface, borderColor: colours.plan, borderWidth: 2 },
    };
  });
}

function median({ chart, colours, toNumbers }) {
  if (!chart.fan) return null;
  return {
    type: "line", name: chart.fan.name, data: toNumbers(chart.fan.median), z: 3, symbol: "none",
    lineStyle: { color: colours.actual, width: 2, type: [2, 4] },
  };
}

/** The lines of the box that the pointer opens. */
function sayAt(points, chart, write) {
  const box = document.createElement("div");
  const head = box.appendChild(document.createElement("b"));
  head.textContent = points[0]?.axisValueLabel ?? "";
  for (const point of points) {
    const value = typeof point.value === "object" ? null : toNumber(point.value);
    if (value === null || Number.isNaN(value)) continue;
    const unit = chart.unit === "%" && document.documentElement.lang === "en" ? "%" : `\u00a0${chart.unit}`;
    box.appendChild(document.createElement("div")).textContent = `${point.seriesName}: ${write(value)}${chart.unit ? unit : ""}`;
  }
  return box;
}

/** Draws one chart and keeps it true to its width and to the theme. */
function show(box) {
  const data = JSON.parse(document.getElementById(box.dataset.chart).textContent);
  const drawing = init(box, null, { renderer: "svg", locale: document.documentElement.lang === "en" ? "EN" : "VI" });
  // A bar leads where its number in the table below leads.
  const numberOf = (event) => (event.seriesName === data.bars?.name
    ? box.parentElement.querySelector(`a[data-point="${event.dataIndex}"]`) : null);
  drawing.on("click", (event) => numberOf(event)?.click());
  drawing.on("mouseover", (event) => drawing.getZr().setCursorStyle(numberOf(event) ? "pointer" : "default"));
  let wasNarrow = null;
  const draw = () => {
    wasNarrow = box.clientWidth < NARROW;
    drawing.setOption(describe(data, readColours(), wasNarrow), { notMerge: true });
  };
  new ResizeObserver(() => {
    if (box.clientWidth === 0) return;
    drawing.resize();
    if ((box.clientWidth < NARROW) !== wasNarrow) draw();
  }).observe(box);
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
}

export function showCharts(root = document) {
  for (const box of root.querySelectorAll("[data-chart]:not([_echarts_instance_])")) show(box);
}

showCharts();
document.addEventListener("htmx:afterSettle", (event) => showCharts(event.target));
