// SPDX-License-Identifier: Apache-2.0
// Single keys. A button or link says its key by data-key="a"; the key presses the first one that can be seen.
// They can be switched off (WCAG 2.1.4), and never act while a person types or a dialog is open.

let areOn = true;

export function switchKeys(on) {
  areOn = on;
}

export function isTyping(event) {
  const field = event.target.closest?.("input, select, textarea, [contenteditable]");
  const isButton = field?.matches("input[type=checkbox], input[type=radio], input[type=button], input[type=submit]");
  return !areOn || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || Boolean(field && !isButton);
}

const canBePressed = (element) => element.checkVisibility() && !element.disabled && element.ariaDisabled !== "true";

// What htmx has just put in is given its acts a moment later; a key that is faster waits for it, else a link would
// be followed as a link.
const MOMENT = 30;
const LONGEST = 20;

function press(element, tries = 0) {
  if (element.closest(".htmx-added, .htmx-settling") && tries < LONGEST) {
    setTimeout(() => press(element, tries + 1), MOMENT);
  } else {
    element.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.defaultPrevented) return;
  const open = document.querySelector("dialog[open]");
  const key = CSS.escape(event.key.toLowerCase());
  const bound = [...(open ?? document).querySelectorAll(`:is(a, button, summary)[data-key="${key}"]`)];
  const first = bound.find(canBePressed);
  if (!first) return;
  event.preventDefault();
  press(first);
});
