// SPDX-License-Identifier: Apache-2.0
// Files that are dropped or chosen go up one by one, each with its progress. Without this the form sends them together.

const AT_ONCE = 2;

for (const form of document.querySelectorAll("[data-drop]")) setUp(form);

function setUp(form) {
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-incoming]");
  const waiting = [];
  let running = 0;

  form.querySelector("button").hidden = true; // choosing is enough
  form.classList.add("live");
  input.required = false;

  input.addEventListener("change", () => { add([...input.files]); input.value = ""; });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.remove("over"); });
  }
  form.addEventListener("drop", (event) => add([...event.dataTransfer.files]));

  function add(files) {
    const refusals = form.querySelector("[data-refusals]");
    refusals.replaceChildren();
    if (!files.length) return;
    const asked = form.elements.unit_text ?? form.elements.unit; // a field to type into, or a list
    if (!form.elements.unit.value && !asked.value.trim()) {
      refusals.append(copy("[data-no-unit]"));
      asked.focus();
      return;
    }
    for (const file of files) {
      const row = copy("[data-coming]").firstElementChild;
      row.querySelector(".nm").textContent = file.name;
      list.prepend(row);
      waiting.push({ file, row, unit: form.elements.unit.value, text: form.elements.unit_text?.value ?? "" });
    }
    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length) {
      running += 1;
      send(waiting.shift());
    }
  }

  function send({ file, row, unit, text }) {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("unit", unit);
    body.append("unit_text", text);
    body.append("file", file);
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      row.querySelector("progress").value = event.loaded / event.total;
      row.querySelector(".pct").textContent = `${Math.round((100 * event.loaded) / event.total)}\u00a0%`;
    });
    request.addEventListener("loadend", () => {
      show(row, request);
      running -= 1;
      next();
    });
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(body);
  }

  function show(row, request) {
    const answer = document.createElement("template");
    const isPart = request.status && !/^\s*(<!doctype|<html)/i.test(request.responseText);
    if (isPart) answer.innerHTML = request.responseText;
    const told = answer.content.querySelector("li");
    if (told) {
      row.replaceWith(told);
      window.htmx?.process(told);
      return;
    }
    // a refusal of the whole form, or no answer at all: said in the line of the file
    row.querySelector("progress").remove();
    row.querySelector(".pct").remove();
    row.append(isPart && answer.content.childElementCount ? answer.content : copy("[data-lost]"));
  }

  function copy(selector) {
    return form.querySelector(selector).content.cloneNode(true);
  }
}
