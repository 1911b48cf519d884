// SPDX-License-Identifier: Apache-2.0
// The grid of a sheet: keys as in a spreadsheet, a column pasted from one, every cell saved as soon as it is left.
// What the server has not acknowledged stays in this browser, over a lost connection and a closed tab.
import { draftsOf } from "./drafts.js";
import { readBlock } from "./pasting.js";

const grid = document.getElementById("grid");
const kept = grid.querySelector("[data-kept]");
const drafts = draftsOf(grid.dataset.sheet);
const token = grid.querySelector("[name=csrfmiddlewaretoken]").value;
const rows = [...grid.querySelectorAll("tr[data-line]")];
const undone = []; // what Ctrl+Z brings back: [line, text]
const redone = [];
const WAIT = 700, AGAIN = 5000; // milliseconds
const dirty = new Map(); // line → what is to be sent
let running = false, timer = 0;

const part = (row, name) => row.querySelector(`[data-${name}]`);
const input = (row) => part(row, "cell");
const lineOf = (row) => row.dataset.line;
const rowOf = (line) => rows.find((row) => lineOf(row) === line);

function stateOf(row) {
  return {
    line: lineOf(row),
    version: Number(part(row, "version").value),
    text: input(row).value.trim(),
    gap: part(row, "gap").value || null,
    reason: part(row, "reason").value.trim(),
    note: part(row, "note").value.trim(),
  };
}

const sameState = (one, other) => ["text", "gap", "reason", "note"].every((name) => (one[name] ?? "") === (other[name] ?? ""));
const saved = new Map(rows.map((row) => [lineOf(row), stateOf(row)]));

// --- saving ---------------------------------------------------------------------------------------------------------
function touch(row, choice = null) {
  const wanted = stateOf(row);
  if (!choice && sameState(wanted, saved.get(lineOf(row)))) {
    dirty.delete(lineOf(row));
    drafts.drop(lineOf(row));
    row.classList.remove("is-dirty");
    return;
  }
  if (choice) wanted.choice = choice;
  dirty.set(lineOf(row), wanted);
  drafts.keep(wanted);
  row.classList.add("is-dirty");
  clearTimeout(timer);
  timer = setTimeout(send, WAIT);
}

function say(name, isLost = false) {
  kept.textContent = kept.dataset[name];
  kept.classList.toggle("is-lost", isLost);
}

async function send() {
  clearTimeout(timer);
  if (running || !dirty.size) return;
  running = true;
  const sent = new Map(dirty);
  say("saving");
  try {
    const answer = await fetch(grid.action, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ cells: [...sent.values()] }),
      redirect: "error", // a way elsewhere is the sign-in: the session is over
    });
    const told = await answer.json();
    if (told.refused) { kept.textContent = told.refused; kept.classList.add("is-lost"); } else take(told, sent);
  } catch {
    say(navigator.onLine ? "over" : "lost", true);
    if (navigator.onLine) fetch(window.location.href, { method: "HEAD" }).then((page) => page.redirected || say("lost", true), () => say("lost", true));
    timer = setTimeout(send, AGAIN);
  }
  running = false;
}

function take(told, sent) {
  for (const [line, one] of Object.entries(told.cells)) takeCell(rowOf(line), one, sent.get(line));
  for (const row of rows) {
    const line = lineOf(row), under = document.getElementById(`under-${line}`);
    if (told.under[line] !== undefined && !under.querySelector(".theirs")) under.innerHTML = told.under[line];
    row.classList.toggle("is-wrong", told.marks[line] === "wrong");
    row.classList.toggle("is-unusual", told.marks[line] === "unusual");
    input(row).toggleAttribute("aria-invalid", told.marks[line] === "wrong");
    if (told.marks[line] === "unusual") row.querySelector(".note-box").classList.remove("folded-box");
  }
  for (const name of ["filled", "errors", "warnings"]) grid.querySelector(`[data-${name}]`).textContent = told[name];
  document.querySelector("[data-state]").textContent = told.state;
  document.querySelector("[data-row-version]").value = told.row_version;
  if (dirty.size) { timer = setTimeout(send, WAIT); say("saving"); } else if (grid.querySelector(".theirs")) say("asks", true); else say("saved");
}

function takeCell(row, told, sent) {
  const line = lineOf(row), now = dirty.get(line);
  if (told.outcome === "conflict") { ask(row, told, sent); return; }
  part(row, "version").value = told.version;
  saved.set(line, { ...sent, version: told.version });
  row.classList.remove("is-back");
  if (now && sameState(now, sent)) { dirty.delete(line); drafts.drop(line); row.classList.remove("is-dirty"); }
  else if (now) { now.version = told.version; drafts.keep(now); }
}

// Somebody else was faster: the own value waits in the cell until the person has chosen.
function ask(row, told, sent) {
  const line = lineOf(row), under = document.getElementById(`under-${line}`);
  dirty.delete(line);
  const box = document.createElement("p");
  box.className = "theirs";
  const button = (text, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: text });
    made.addEventListener("click", () => { box.remove(); act(); });
    return made;
  };
  const settle = () => { part(row, "version").value = told.version; };
  box.append(told.sentence, " ",
    button(kept.dataset.mine, () => { settle(); touch(row); send(); }),
    button(kept.dataset.theirs, () => {
      settle();
      input(row).value = told.text;
      part(row, "note").value = told.note;
      saved.set(line, stateOf(row));
      drafts.drop(line);
      row.classList.remove("is-dirty");
      if (sent.text !== told.text) undone.push([line, sent.text]);
    }));
  under.prepend(box);
}

// --- keys -----------------------------------------------------------------------------------------------------------
function go(row, step) {
  const next = rows[rows.indexOf(row) + step];
  if (next) { input(next).focus(); input(next).select(); }
  return Boolean(next);
}

function put(row, text, back = undone) {
  if (input(row).value === text) return;
  back.push([lineOf(row), input(row).value]);
  input(row).value = text;
  touch(row);
}

function bringBack(from, to) {
  const last = from.pop();
  if (!last) return;
  const row = rowOf(last[0]);
  put(row, last[1], to);
  input(row).focus();
}

let before = "";
grid.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-cell]")) { before = event.target.value; event.target.select(); }
});

grid.addEventListener("focusout", (event) => {
  const row = event.target.closest("tr[data-line]");
  if (!row || !event.target.matches("input, select")) return; // a button that goes away is left too
  if (event.target.matches("[data-cell]") && event.target.value !== before) { undone.push([lineOf(row), before]); redone.length = 0; }
  touch(row);
  send();
});

grid.addEventListener("input", (event) => {
  const row = event.target.closest("tr[data-line]");
  if (row) touch(row);
});

grid.addEventListener("keydown", (event) => {
  if (!event.target.matches("[data-cell]") || event.isComposing) return;
  const row = event.target.closest("tr");
  const isBack = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
  const isForth = (event.ctrlKey || event.metaKey) && (event.key.toLowerCase() === "y" || (event.shiftKey && event.key.toLowerCase() === "z"));
  if (isForth) { event.preventDefault(); bringBack(redone, undone); before = event.target.value; }
  else if (isBack) {
    event.preventDefault();
    if (event.target.value !== before) { event.target.value = before; touch(row); } else { bringBack(undone, redone); before = document.activeElement.value ?? ""; }
  } else if (event.key === "Escape") { event.target.value = before; touch(row); }
  else if (event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey)) { event.preventDefault(); go(row, 1) || event.target.blur(); }
  else if (event.key === "ArrowUp" || event.key === "Enter") { event.preventDefault(); go(row, -1); }
});

grid.addEventListener("paste", (event) => {
  if (!event.target.matches("[data-cell]")) return;
  const block = readBlock(event.clipboardData.getData("text/plain"));
  if (block.length < 2) return; // one value is pasted as anywhere
  event.preventDefault();
  const first = rows.indexOf(event.target.closest("tr"));
  const filled = block.slice(0, rows.length - first).filter((text, place) => {
    if (text) put(rows[first + place], text);
    return text;
  });
  before = event.target.value;
  send().then(() => { if (!kept.classList.contains("is-lost")) kept.textContent = `${filled.length} ${kept.dataset.pasted}`; });
});

// --- buttons --------------------------------------------------------------------------------------------------------
grid.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-line]");
  if (!row) return;
  const choice = event.target.closest("[data-choice]"), taken = event.target.closest("[data-take]");
  if (choice) { event.preventDefault(); touch(row, choice.dataset.choice); send(); }
  if (taken) { put(row, taken.dataset.take); send(); input(row).focus(); }
  if (event.target.closest("[data-no-figure]")) toggleGap(row);
});

function toggleGap(row) {
  const box = row.querySelector(".gap-box"), list = part(row, "gap"), isOpen = Boolean(list.value);
  list.value = isOpen ? "" : list.options[1].value;
  showGap(row);
  if (!isOpen) part(row, "reason").focus(); else input(row).focus();
  box.classList.toggle("folded-box", isOpen);
  touch(row);
}

function showGap(row) {
  const has = Boolean(part(row, "gap").value);
  input(row).readOnly = has;
  if (has) input(row).value = "";
  part(row, "no-figure").setAttribute("aria-expanded", String(has));
  row.querySelector(".gap-box").classList.toggle("folded-box", !has);
}

grid.addEventListener("change", (event) => {
  const row = event.target.closest("tr[data-line]");
  if (row && event.target.matches("[data-gap]")) { showGap(row); touch(row); send(); }
});

grid.addEventListener("submit", (event) => event.preventDefault()); // with script every cell saves itself

// --- what was left over ---------------------------------------------------------------------------------------------
for (const draft of drafts.list()) {
  const row = rowOf(draft.line);
  if (!row || sameState(draft, saved.get(draft.line))) { drafts.drop(draft.line); continue; }
  input(row).value = draft.text;
  part(row, "gap").value = draft.gap ?? "";
  part(row, "reason").value = draft.reason;
  part(row, "note").value = draft.note;
  if (draft.gap) showGap(row);
  row.classList.add("is-dirty");
  dirty.set(draft.line, draft); // with the version that was seen then: a newer one of somebody else is asked about
}
send();
grid.dataset.ready = "true";
window.addEventListener("online", send);
window.addEventListener("beforeunload", (event) => { if (dirty.size && !navigator.onLine) event.preventDefault(); });

document.getElementById("send").addEventListener("submit", async (event) => {
  if (!dirty.size && !running) return;
  event.preventDefault();
  for (let turn = 0; turn < 40 && (dirty.size || running); turn += 1) {
    await send();
    await new Promise((done) => setTimeout(done, 50));
  }
  if (!dirty.size) event.target.submit();
});
