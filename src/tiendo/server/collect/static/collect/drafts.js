// SPDX-License-Identifier: Apache-2.0
// What was typed and not yet acknowledged by the server, kept in this browser by sheet and line.
export function draftsOf(sheet) {
  const name = `tiendo-sheet-${sheet}`;
  const read = () => { try { return JSON.parse(localStorage.getItem(name) ?? "{}"); } catch { return {}; } };
  const write = (all) => {
    try {
      if (Object.keys(all).length) localStorage.setItem(name, JSON.stringify(all)); else localStorage.removeItem(name);
    } catch { /* nothing is kept: the browser has no place for it */ }
  };
  return {
    keep(draft) { const all = read(); all[draft.line] = draft; write(all); },
    drop(line) { const all = read(); if (line in all) { delete all[line]; write(all); } },
    list() { return Object.values(read()); },
  };
}
