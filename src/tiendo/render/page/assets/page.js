// SPDX-License-Identifier: Apache-2.0
// Tiến Độ — the page of one reading: figure ↔ sentence, filters, keys. Nothing here asks anything of another place.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const desks = all(".desk");
  const list = document.getElementById("ds");
  const dock = document.querySelector(".dock");
  const said = document.getElementById("said");
  const narrow = matchMedia("(max-width: 900px)");
  let desk = desks.length === 1 && !list ? desks[0] : null;
  let current = null;
  let keysOn = true;
  let typed = null;

  // --- which document is shown
  const show = (next) => {
    if (next === desk && (next || !list || list.classList.contains("on"))) return;
    if (current) forget();
    desk = next;
    for (const one of desks) one.classList.toggle("on", one === desk);
    if (list) list.classList.toggle("on", !desk);
    dock.hidden = true;
    for (const step of all(".step")) step.hidden = !desk;
    scrollTo(0, 0);
  };
  const step = (by) => {
    const at = desks.indexOf(desk) + by;
    location.hash = desks[at] ? desks[at].id : "ds";
  };

  // --- the current finding or problem
  const forget = () => {
    current.classList.remove("cur");
    current.removeAttribute("aria-current");
    for (const mark of all(".cur, .s.on", desk)) mark.classList.remove("cur", "on");
    current = null;
  };
  const marksOf = (entry) =>
    entry.dataset.n ? all(`[data-f="${entry.dataset.n}"]`, desk) : all(`.doc [data-v="${entry.dataset.v}"]`, desk);
  // What is out of sight has only a guessed height: look again when it has been laid out.
  const bring = (element, block) => {
    element.scrollIntoView({ block });
    requestAnimationFrame(() => element.scrollIntoView({ block }));
  };
  const choose = (entry, from) => {
    if (!entry) return;
    if (current) forget();
    current = entry;
    entry.classList.add("cur");
    entry.setAttribute("aria-current", "true");
    const marks = marksOf(entry);
    for (const mark of marks) {
      mark.classList.add("cur");
      const sentence = mark.closest(".s") || mark.querySelector(".s");
      if (sentence) for (const piece of all(`.s[data-s="${sentence.dataset.s}"]`, desk)) piece.classList.add("on");
    }
    if (from !== "text" && marks.length) bring(marks[0], "center");
    if (from !== "list" && !narrow.matches) bring(entry, "nearest");
    const words = entry.querySelector(".what, .said");
    said.textContent = words ? words.textContent : "";
    fillDock(entry);
  };
  const fillDock = (entry) => {
    const row = dock.querySelector(".dock-row");
    row.replaceChildren();
    for (const part of all(".find-row, .eq, .said", entry)) {
      const copy = part.cloneNode(true);
      for (const link of all("a", copy)) link.replaceWith(Object.assign(document.createElement("span"), { className: "what", textContent: link.textContent }));
      row.append(copy);
    }
    dock.hidden = false;
  };

  // --- one after another
  const shown = (selector) => all(selector, desk).filter((entry) => !entry.classList.contains("out"));
  const go = (by, selector = ".finds > li") => {
    if (!desk) return;
    const entries = shown(selector);
    let at = entries.indexOf(current);
    if (at < 0 && current && current.matches(".problem") && selector !== ".problem") {
      const first = marksOf(current)[0]; // from a problem on to the findings in its place
      const inside = first && (first.querySelector("[data-f]") || first.closest("[data-f]"));
      at = inside ? entries.findIndex((entry) => entry.dataset.n === inside.dataset.f) - (by > 0 ? 1 : 0) : -1;
    }
    const next = at < 0 ? (by > 0 ? 0 : entries.length - 1) : at + by;
    if (entries[next]) choose(entries[next], "key");
    else if (selector === ".problem" && entries.length) choose(entries[0], "key");
  };

  // --- filters
  const filter = (inside, only, sort) => {
    inside.dataset.only = only;
    for (const entry of all(".finds > li", inside)) {
      const { k, bad } = entry.dataset;
      const fits = !only || (only === "flagged" ? bad : k === only);
      entry.classList.toggle("out", !fits || Boolean(sort && (k !== "measurement" || entry.dataset.sort !== sort)));
    }
    for (const button of all(".kf[data-only]", inside)) button.setAttribute("aria-pressed", String(button.dataset.only === only));
  };

  // --- hands
  document.addEventListener("click", (event) => {
    const target = event.target;
    const button = target.closest("button");
    if (button) return press(button);
    if (target.closest(".step")) {
      event.preventDefault();
      return step(Number(target.closest(".step").dataset.step));
    }
    if (!desk || String(getSelection())) return;
    const entry = target.closest(".finds > li, .problem");
    const link = target.closest("a");
    if (entry && (!link || link.matches(".what, .go"))) {
      if (link) event.preventDefault();
      return choose(entry, "list");
    }
    const mark = target.closest(".doc [data-f], .doc .v[data-v]");
    if (mark) {
      event.preventDefault();
      const name = mark.dataset.f ? `p${mark.dataset.f}` : `c${mark.dataset.v}`;
      choose(document.getElementById(desk.id + name), "text");
    }
  });
  const press = (button) => {
    if (button.id === "theme") {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    } else if (button.dataset.go) go(Number(button.dataset.go), current && current.matches(".problem") ? ".problem" : undefined);
    else if (button.classList.contains("keyswitch")) {
      keysOn = !keysOn;
      for (const one of all(".keyswitch")) one.setAttribute("aria-pressed", String(keysOn));
    } else if (button.dataset.only !== undefined) {
      const inside = button.closest(".desk");
      const sorts = inside.querySelector(".ks");
      if (sorts) sorts.value = "";
      filter(inside, button.dataset.only, "");
    }
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches(".ks")) filter(event.target.closest(".desk"), event.target.value ? "measurement" : "", event.target.value);
  });

  // --- keys; single letters can be switched off (WCAG 2.1.4)
  const jump = (text) => {
    typed = text;
    const place = desk.querySelector(".jump");
    place.hidden = text === null;
    place.textContent = text === null ? "" : `G ${text}…`;
  };
  document.addEventListener("keydown", (event) => {
    if (!keysOn || !desk || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    const key = event.key.toLowerCase();
    if (typed !== null) {
      if (/^\d$/.test(key)) jump(typed + key);
      else if (key === "enter") {
        choose(document.getElementById(`${desk.id}p${typed}`), "key");
        jump(null);
      } else jump(null);
      return event.preventDefault();
    }
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "p") go(1, ".problem");
    else if (key === "g") jump("");
    else return;
    event.preventDefault();
  });

  // --- addresses: #d2 is a document, #d2p7 a finding in it, #d2c1 a problem
  const follow = () => {
    const found = /^#(d\d+)(?:([pfcv])(\d+))?$/.exec(location.hash);
    const wanted = found && document.getElementById(found[1]);
    if (wanted) show(wanted);
    else if (list) show(null);
    if (!wanted || !found[3]) return;
    choose(document.getElementById(found[1] + (found[2] === "p" || found[2] === "f" ? "p" : "c") + found[3]), "address");
  };
  addEventListener("hashchange", follow);
  if (list) list.classList.add("on");
  for (const one of all(".step")) one.hidden = true;
  follow();
})();
