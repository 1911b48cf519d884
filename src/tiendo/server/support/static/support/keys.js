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

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.defaultPrevented) return;
  const open = document.querySelector("dialog[open]");
  const key = CSS.escape(event.key.toLowerCase());
  const bound = [...(open ?? document).querySelectorAll(`:is(a, button, summary)[data-key="${key}"]`)];
  const first = bound.find(canBePressed);
  if (!first) return;
  event.preventDefault();
  first.click();
});
