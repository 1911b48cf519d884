// SPDX-License-Identifier: Apache-2.0
// A block that was copied from a spreadsheet, as one text for each row of the grid.
const NUMBER = /^[-+(]?\d[\d.,\s]*\)?\s*%?$/;

// Rows are parted by line ends and columns by tabs. Of several columns the first that holds a number is taken: the
// others are labels and units. An empty row stays empty, so that figures keep their lines.
export function readBlock(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => {
    const cells = line.split("\t").map((cell) => cell.trim());
    return cells.length === 1 ? cells[0] : (cells.find((cell) => NUMBER.test(cell)) ?? "");
  });
}
