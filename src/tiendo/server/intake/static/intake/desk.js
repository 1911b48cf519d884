// SPDX-License-Identifier: Apache-2.0
// The desk: which finding is current, keys, filters, the dock of a phone. Everything it does can be done without it.
import { isTyping } from "../support/keys.js";

const desk = document.querySelector(".desk");
const list = desk.querySelector(".finds");
const dock = document.querySelector(".dock");
const jump = desk.querySelector(".jump");
let only = "";

const rows = () => [...(list?.children ?? [])];
const shown = () => rows().filter((row) => !row.hidden);
const current = () => list?.querySelector(":scope > .cur") ?? null;
const rowOf = (number) => document.getElementById(`p${number}`);
const SETTLED = 40; // milliseconds
const isPhone = () => getComputedStyle(dock).display !== "none";

// --- the current finding -------------------------------------------------------------------------------------------
function select(row, { scroll = true, focus = false } = {}) {
  if (!row) return;
  const before = current();
  if (before && before !== row) {
    before.classList.remove("cur");
    before.removeAttribute("aria-current");
  }
  row.classList.add("cur");
  row.setAttribute("aria-current", "true");
  markPaper(row.dataset.n, scroll);
  if (scroll && !isPhone()) row.scrollIntoView({ block: "nearest" });
  if (focus) row.querySelector(".what")?.focus({ preventScroll: true });
  fillDock(row);
}

function markPaper(number, scroll) {
  for (const mark of desk.querySelectorAll(".doc .f.cur")) mark.classList.remove("cur");
  for (const mark of desk.querySelectorAll(`.doc .f[data-f="${CSS.escape(number)}"]`)) mark.classList.add("cur");
  if (scroll) document.getElementById(`f${number}`)?.scrollIntoView({ block: "center" });
}

function go(step) {
  const open = shown();
  if (!open.length) return;
  const at = open.indexOf(current());
  select(open[at < 0 ? 0 : Math.min(Math.max(at + step, 0), open.length - 1)], { focus: true });
}

// After a decision the next one that waits becomes current; behind the last, the first that waits.
function goOn(number) {
  const open = shown();
  const at = open.findIndex((row) => Number(row.dataset.n) === number);
  const waits = (row) => row.dataset.state === "proposed";
  select(open.slice(at + 1).find(waits) ?? open.find(waits) ?? open[at], { focus: true });
}

// --- what the server changed -----------------------------------------------------------------------------------------
function takeUp(row) {
  if (!row?.matches?.(".finds > li")) return;
  for (const mark of desk.querySelectorAll(`.doc .f[data-f="${CSS.escape(row.dataset.n)}"]`)) {
    mark.classList.toggle("done", row.dataset.state !== "proposed");
  }
  row.hidden = !fits(row);
}

let changed = [];
document.addEventListener("htmx:oobAfterSwap", (event) => {
  const number = event.detail.target?.dataset?.n;
  if (number) changed.push(number);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, headers } = event.detail.requestConfig; // the event itself names what is left of it in the page
  const asked = headers["X-Desk-Number"];
  const numbers = [...new Set([asked, ...changed])].filter(Boolean);
  changed = [];
  // htmx gives a new element its attributes a moment after it has put it in; what is set before that is lost
  setTimeout(() => takeUpAll(elt, asked, numbers), SETTLED);
});

function takeUpAll(elt, asked, numbers) {
  for (const number of numbers) takeUp(rowOf(number));
  desk.classList.toggle("editing", Boolean(list?.querySelector("form.figure")));
  count();
  const row = asked ? rowOf(asked) : null;
  const form = row?.querySelector("form.figure");
  if (form) {
    select(row, { scroll: false });
    row.scrollIntoView({ block: "nearest" });
    (form.querySelector("[aria-invalid]") ?? form.querySelector("[data-first]")).focus();
  } else if (row && elt.matches("form") && row.dataset.state !== "proposed" && !row.querySelector(".overtaken")) {
    goOn(Number(asked));
  } else if (row) {
    select(row, { scroll: false });
  } else if (elt.matches("form[action$='/undo/']") && numbers.length) {
    select(rowOf(numbers[0]), { focus: true }); // what was taken back is looked at again
  } else if (list && !current()) {
    select(shown()[0]);
  }
}
document.addEventListener("htmx:configRequest", (event) => {
  const row = event.detail.elt.closest(".finds > li");
  if (row) event.detail.headers["X-Desk-Number"] = row.dataset.n;
});
// What the frame puts beside a finding when somebody else was faster has acts of its own.
document.addEventListener("htmx:responseError", (event) => {
  const place = event.detail.elt.closest("[data-refused-here]");
  if (place) window.htmx.process(place);
});

// --- filters ---------------------------------------------------------------------------------------------------------
function fits(row) {
  if (!only) return true;
  if (only === "waiting") return row.dataset.state === "proposed";
  if (only === "doubt") return "doubt" in row.dataset;
  return row.dataset.k === only;
}

function filter(wish) {
  only = wish;
  for (const button of desk.querySelectorAll("[data-only]")) {
    button.setAttribute("aria-pressed", String(button.dataset.only === wish));
  }
  for (const row of rows()) row.hidden = !fits(row);
  const row = current();
  if (!row || row.hidden) select(shown()[0]);
}

// --- accept all: how many that would be --------------------------------------------------------------------------------
const many = desk.querySelector("[data-many]");
const comma = document.documentElement.lang === "vi" ? "," : ".";
function count() {
  for (const told of desk.querySelectorAll("[data-waiting-count]")) {
    told.value = rows().filter((row) => row.dataset.state === "proposed").length;
  }
  if (!many) return;
  const above = Number(many.elements.above.value.replace(",", "."));
  const plain = rows().filter((row) => "plain" in row.dataset && row.dataset.state === "proposed");
  many.querySelector("[data-many-count]").value = plain.filter((row) => Number(row.dataset.c) >= above).length;
  const hadFocus = many.contains(document.activeElement);
  many.hidden = !plain.length;
  if (many.hidden && hadFocus) select(shown().find((row) => row.dataset.state === "proposed") ?? shown()[0], { focus: true });
}
many?.addEventListener("input", (event) => {
  const slide = many.querySelector("[data-slide]");
  if (event.target === slide) many.elements.above.value = Number(slide.value).toFixed(2).replace(".", comma);
  else slide.value = many.elements.above.value.replace(",", ".");
  count();
});

// --- the dock of a phone -------------------------------------------------------------------------------------------------
function fillDock(row) {
  dock.hidden = false;
  dock.querySelector(".dock-row").replaceChildren(row.querySelector(".find-row").cloneNode(true));
  for (const button of dock.querySelectorAll("[data-does]")) {
    button.disabled = !row.querySelector(`.edit [data-act="${button.dataset.does}"]`);
  }
}

// --- mouse ---------------------------------------------------------------------------------------------------------------
document.addEventListener("click", (event) => {
  const step = event.target.closest("[data-go]");
  if (step) { go(Number(step.dataset.go)); return; }
  const does = event.target.closest("[data-does]");
  if (does) { current()?.querySelector(`.edit [data-act="${does.dataset.does}"]`)?.click(); return; }
  const wish = event.target.closest("[data-only]");
  if (wish) { filter(wish.dataset.only); return; }
  const problem = event.target.closest('a[href^="#c"]');
  if (problem) { openProblem(problem.hash); return; }
  const mark = event.target.closest(".doc .f");
  const row = mark ? rowOf(mark.dataset.f) : event.target.closest(".finds > li");
  if (!row || event.target.closest(".edit")) return;
  event.preventDefault();
  select(row, { scroll: !mark });
  if (mark && !isPhone()) row.scrollIntoView({ block: "nearest" });
});

// --- keys: J K A E X Z 1 2 ? press what carries them (support/keys.js); G takes a number ------------------------------
let typed = null;
function showJump() {
  jump.hidden = typed === null;
  jump.textContent = typed === null ? "" : `G ${typed}`;
}
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form.figure");
  if (event.key === "Escape" && form) { form.querySelector("[data-cancel]").click(); return; }
  if (isTyping(event)) return;
  if (typed === null && event.key.toLowerCase() === "g") { typed = ""; showJump(); event.preventDefault(); return; }
  if (typed === null) return;
  event.stopImmediatePropagation(); // a figure of the number is no act of a problem
  event.preventDefault();
  if (/^\d$/.test(event.key)) typed += event.key;
  else if (event.key === "Backspace") typed = typed.slice(0, -1);
  else {
    const row = event.key === "Enter" ? rowOf(typed) : null;
    typed = null;
    if (row) {
      if (row.hidden) filter("");
      select(row, { focus: true });
    }
  }
  showJump();
}, true);

// A reason is asked for before a problem is set aside: the field comes first.
document.addEventListener("click", (event) => {
  const button = event.target.closest('.problem button[value="ignored"]');
  const field = button?.form.querySelector("[data-reason]");
  if (field && !field.value.trim()) { event.preventDefault(); field.focus(); }
}, true);

// Who comes back to a document sees what is left; what was decided is one press away.
if (list?.querySelector(':scope > [data-state="proposed"]') && list.querySelector(':scope > :not([data-state="proposed"])')) {
  filter("waiting");
}
// Who comes from the board to a problem finds it spread out; of those with one name the browser closes the others.
function openProblem(hash) {
  const problem = /^#c\d+$/.test(hash) ? document.querySelector(hash) : null;
  if (!problem) return;
  problem.open = true;
  problem.scrollIntoView({ block: "nearest" });
}
const asked = /^#p\d+$/.test(location.hash) ? document.querySelector(location.hash) : null;
if (asked?.hidden) filter("");
select(asked ?? current(), { scroll: Boolean(asked) });
openProblem(location.hash);
window.addEventListener("hashchange", () => openProblem(location.hash));
