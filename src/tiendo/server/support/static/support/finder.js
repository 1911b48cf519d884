// SPDX-License-Identifier: Apache-2.0
// A field that finds units while one types: <input data-finds="address">, and beside it, if their number is wanted,
// <input type="hidden" data-found>. Without this the field is a plain one and the server reads what was typed.

const PAUSE = 150; // milliseconds
let count = 0;

for (const field of document.querySelectorAll("[data-finds]")) setUp(field);

function setUp(field) {
  const number = field.parentElement.querySelector("[data-found]");
  const list = document.createElement("ul");
  const label = field.labels?.[0]?.textContent.trim() ?? field.getAttribute("aria-label") ?? "";
  let timer = 0;
  let asked = 0;

  list.id = `found-${(count += 1)}`;
  list.className = "found";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  field.removeAttribute("list");
  field.setAttribute("autocomplete", "off");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  field.parentElement.classList.add("seeks");
  field.after(list);

  field.addEventListener("input", () => {
    if (number) number.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); close(); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask(); else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !list.hidden && current()) { event.preventDefault(); choose(current()); }
  });
  field.addEventListener("blur", () => setTimeout(close, PAUSE));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => choose(event.target.closest("[data-text]")));

  const options = () => [...list.querySelectorAll("[data-text]")];
  const current = () => list.querySelector('[aria-selected="true"]');

  async function ask() {
    const words = field.value.trim();
    const mine = (asked += 1);
    if (!words) { close(); return; }
    const answer = await fetch(`${field.dataset.finds}?q=${encodeURIComponent(words)}`, { headers: { "HX-Request": "true" } })
      .catch(() => null);
    if (mine !== asked || !answer?.ok) return;
    list.innerHTML = await answer.text();
    options().forEach((option, place) => { option.id = `${list.id}-${place}`; });
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    move(1);
  }

  function move(step) {
    const all = options();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = all[(at + step + all.length) % all.length];
    current()?.setAttribute("aria-selected", "false");
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", next.id);
  }

  function choose(option) {
    if (!option) return;
    field.value = option.dataset.text;
    if (number) number.value = option.dataset.id;
    close();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function close() {
    asked += 1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}
