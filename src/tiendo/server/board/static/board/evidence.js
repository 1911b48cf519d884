// SPDX-License-Identifier: Apache-2.0
// Where a number comes from: a press on it (or Enter) shows its source beside the page. On a narrow screen, with another
// button or with a key held, the link leads to the page of the figure as any link does.

const WIDE = matchMedia("(min-width: 1024px)");
let asked = null; // the number whose source is shown

function findPlace() {
  const panel = document.getElementById("evidence");
  return panel && { panel, content: panel.querySelector("[data-evidence]") };
}

function mark(link) {
  asked?.removeAttribute("aria-current");
  asked = link;
  asked?.setAttribute("aria-current", "true");
}

function close() {
  const place = findPlace();
  if (!place || place.panel.hidden || !place.panel.querySelector("[data-closes-evidence]")) return;
  place.panel.hidden = true;
  place.content.replaceChildren();
  const former = asked?.isConnected ? asked : document.getElementById("main");
  mark(null);
  former.focus();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-closes-evidence]")) { close(); return; }
  const link = event.target.closest("a.src[href]");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const place = findPlace();
  if (!link || !place || !isPlain || !WIDE.matches || event.defaultPrevented) return;
  event.preventDefault();
  mark(link);
  place.panel.hidden = false;
  window.htmx.ajax("GET", link.getAttribute("href"), { source: place.content, target: place.content, swap: "innerHTML" })
    .then(() => place.panel.focus({ preventScroll: !place.panel.classList.contains("beside") }));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], [popover]:popover-open")) close();
});

// The table was drawn anew: a number that is gone has no source beside it.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "board" && asked && !asked.isConnected) close();
});
