// SPDX-License-Identifier: Apache-2.0
// What is drawn over the bars of a chart: the fan of a forecast, breaks of the series, the gap to the plan, the names
// of lines at their ends. All as custom series, so that they sit on the axes and not on the paper.

/** Two bands of a forecast, the wide one behind. */
export function drawFan({ chart, colours, toNumbers }) {
  if (!chart.fan) return null;
  const band = ([low, high], fill, z) => {
    const lows = toNumbers(low), highs = toNumbers(high);
    const places = lows.flatMap((value, place) => (value === null || highs[place] === null ? [] : [place]));
    return {
      type: "custom", silent: true, z, data: [0], tooltip: { show: false },
      renderItem: (_, api) => ({
        type: "polygon", style: { fill },
        shape: { points: [
          ...places.map((place) => api.coord([place, highs[place]])),
          ...places.toReversed().map((place) => api.coord([place, lows[place]])),
        ] },
      }),
    };
  };
  return [band(chart.fan.outer, colours.fanOuter, 2), band(chart.fan.inner, colours.fanInner, 2)];
}

const LETTER = 6.6; // mean width of a letter of these notes

const label = (text, x, y, style) => ({ type: "text", style: { text, x, y, verticalAlign: "middle", ...style } });
const stroke = (x1, y1, x2, y2, style) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });

/** Breaks, gap and names in one series above the rest. */
export function drawNotes(told) {
  const all = (_, api) => ({
    type: "group",
    children: [...breaks(told, api), ...gap(told, api), ...(told.isNarrow ? [] : ends(told, api))],
  });
  return { type: "custom", silent: true, z: 6, data: [0], tooltip: { show: false }, renderItem: all, clip: false };
}

// A boundary or a method changed after this period: what stands left of the line is not what stands right of it.
function breaks({ chart, colours, isNarrow, text }, api) {
  const style = { font: `12px ${colours.font}`, fill: text.color };
  let taken = 0; // up to where something is written
  return (chart.breaks ?? []).flatMap(({ after, label: name, note }) => {
    const [left, bottom] = api.coord([after, 0]);
    const x = (left + api.coord([after + 1, 0])[0]) / 2;
    const parts = [stroke(x, 22, x, bottom, { stroke: colours.ink, lineWidth: 1.5, lineDash: [5, 4] })];
    const hasRoom = x + 6 >= taken;
    if (hasRoom && note && !isNarrow && x - 12 - note.length * LETTER >= taken) {
      parts.push(label(note, x - 6, 14, { ...style, align: "right" }));
    }
    if (hasRoom) {
      parts.push(label(name, x + 6, 14, { ...style, font: `600 12px ${colours.font}`, fill: colours.ink }));
      taken = x + 12 + name.length * LETTER;
    }
    return parts;
  });
}

// What is missing to the plan: one red stroke with its number.
function gap({ chart, colours }, api) {
  if (!chart.gap) return [];
  const { at, from, to, label: words } = chart.gap;
  const [x, low] = api.coord([at, Number(from)]);
  const high = api.coord([at, Number(to)])[1];
  const red = { stroke: colours.bad, lineWidth: 3 };
  return [
    stroke(x, low, x, high, red), stroke(x - 5, low, x + 5, low, red), stroke(x - 5, high, x + 5, high, red),
    label(words, x - 12, high - 14, {
      align: "right", font: `600 12px ${colours.font}`, fill: colours.ink, stroke: colours.surface, lineWidth: 4,
    }),
  ];
}

// Names at the ends of lines in place of a legend, pushed apart where they would lie on each other.
function ends({ chart, colours, write, text, toNumbers }, api) {
  const named = [];
  const add = (series, values, isStrong) => {
    const known = toNumbers(values);
    const place = known.findLastIndex((value) => value !== null);
    if (place < 0) return;
    const [, y] = api.coord([place, known[place]]);
    named.push({ y, words: `${series.name}: ${write(known[place])}`, isStrong });
  };
  if (chart.line) add(chart.line, chart.line.values, true);
  if (chart.fan) add(chart.fan, chart.fan.median, true);
  if (chart.ghost) add(chart.ghost, chart.ghost.values, false);
  const [lastX] = api.coord([chart.labels.length - 1, 0]);
  const x = lastX + api.size([1, 0])[0] / 2 + 8;
  let lowest = -Infinity;
  return named.toSorted((one, other) => one.y - other.y).map(({ y, words, isStrong }) => {
    lowest = Math.max(y, lowest + 16);
    const weight = isStrong ? "600 " : "";
    return label(words, x, lowest, {
      align: "left", font: `${weight}12px ${colours.font}`, fill: isStrong ? colours.ink : text.color,
      width: 112, overflow: "break", lineHeight: 15,
    });
  });
}
