// SPDX-License-Identifier: Apache-2.0
// What the frame of a page does: theme, dialogs, keys, and the place of what the server refused.
import { isTyping, switchKeys } from "./keys.js";

const remembered = {
  get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* nothing is kept */ } },
};

// --- theme: "" follows the device -------------------------------------------------------------------------------
function showTheme(theme) {
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
}

function chooseTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  remembered.set("tiendo-theme", theme);
  showTheme(theme);
}

function chooseKeys(state) {
  switchKeys(state !== "off");
  remembered.set("tiendo-keys", state);
  for (const button of document.querySelectorAll("[data-keys-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.keysChoice === state));
  }
}

showTheme(remembered.get("tiendo-theme") ?? "");
chooseKeys(remembered.get("tiendo-keys") ?? "on");

// --- acts of the frame -------------------------------------------------------------------------------------------
document.addEventListener("click", (event) => {
  const theme = event.target.closest("[data-theme-choice]");
  if (theme) chooseTheme(theme.dataset.themeChoice);
  const keys = event.target.closest("[data-keys-choice]");
  if (keys) chooseKeys(keys.dataset.keysChoice);
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  const closer = event.target.closest("[data-closes]");
  if (closer) closer.closest("dialog")?.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !isTyping(event)) {
    const search = document.querySelector('input[data-key="/"]');
    if (search) { event.preventDefault(); search.focus(); }
  }
});

// A choice in a filter bar is made by choosing; without script its button does it.
document.addEventListener("change", (event) => {
  if (event.target.matches(".filters select")) event.target.form.requestSubmit();
});

// --- htmx: what the server refuses is said beside what was asked --------------------------------------------------
// The nearest that is in sight: a place in the form, a place around the element, the place at the top of the page.
function placeOf(element) {
  const near = [element.closest("form"), element.closest("[data-refused-here]")];
  const places = near.map((around) => around?.querySelector("[data-refusals]"));
  return places.find((place) => place?.parentElement.checkVisibility()) ?? document.getElementById("refusals");
}

function say(place, content) {
  if (!place) return;
  place.replaceChildren(content);
  place.scrollIntoView({ block: "nearest" });
}

const sentence = (id) => document.getElementById(id).content.cloneNode(true);
const isWholePage = (text) => /^\s*(<!doctype|<html)/i.test(text);

document.addEventListener("htmx:beforeRequest", (event) => placeOf(event.detail.elt)?.replaceChildren());

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target, requestConfig: { elt } } = event.detail; // the event's own element is where the answer would go
  if (xhr.status === 422) return; // the form again, with its errors: it goes where the answer goes
  if (xhr.status >= 400) {
    event.detail.shouldSwap = false;
    if (isWholePage(xhr.responseText) || !xhr.responseText.trim()) { say(placeOf(elt), sentence("failed")); return; }
    const part = document.createElement("template");
    part.innerHTML = xhr.responseText;
    say(placeOf(elt), part.content);
  } else if (isWholePage(xhr.responseText) && target !== document.body) {
    event.detail.shouldSwap = false; // a whole page in answer to a part: the session is over, the page is elsewhere
    window.location.assign(xhr.responseURL);
  }
});

document.addEventListener("htmx:sendError", (event) => say(placeOf(event.detail.elt), sentence("unreached")));
