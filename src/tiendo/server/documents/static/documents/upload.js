// SPDX-License-Identifier: Apache-2.0
// Files that are dropped or chosen go up one by one, each with its progress, all with theirs; each can be stopped.
// Without this the form sends them together.

const AT_ONCE = 2;

for (const form of document.querySelectorAll("[data-drop]")) setUp(form);

function setUp(form) {
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-incoming]");
  const whole = form.querySelector("[data-whole]");
  const waiting = [];
  let batch = []; // since nothing was under way
  let running = 0;

  form.querySelector("button:not([type])").hidden = true; // choosing is enough
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
  whole.querySelector("[data-stop-all]").addEventListener("click", () => {
    for (const one of batch) stop(one);
    form.querySelector(".pick input").focus();
  });
  window.addEventListener("beforeunload", (event) => { if (batch.length) event.preventDefault(); });

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
      row.querySelector(".sr").textContent = ` ${file.name}`;
      list.prepend(row);
      const unit = { unit: form.elements.unit.value, text: form.elements.unit_text?.value ?? "" };
      const one = { file, row, ...unit, arrived: 0, isOver: false, request: null };
      row.querySelector("[data-stop]").addEventListener("click", () => stop(one));
      waiting.push(one);
      batch.push(one);
    }
    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length) {
      running += 1;
      send(waiting.shift());
    }
    tellWhole();
  }

  function send(one) {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("unit", one.unit);
    body.append("unit_text", one.text);
    body.append("file", one.file);
    one.request = request;
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) tell(one, event.loaded / event.total);
    });
    request.upload.addEventListener("load", () => { // what has arrived can no longer be stopped
      tell(one, 1);
      one.row.querySelector("[data-stop]").replaceWith(copy("[data-read]"));
    });
    request.addEventListener("loadend", () => {
      if (!one.isOver) show(one.row, request);
      one.isOver = true;
      running -= 1;
      next();
    });
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(body);
  }

  function stop(one) {
    if (one.isOver || one.arrived === 1) return;
    one.isOver = true;
    one.row.querySelector("progress").remove();
    one.row.querySelector(".pct").remove();
    one.row.querySelector("[data-stop]").replaceWith(copy("[data-stopped]"));
    if (one.request) {
      one.request.abort();
      return;
    }
    waiting.splice(waiting.indexOf(one), 1);
    tellWhole();
  }

  function tell(one, share) {
    one.arrived = share;
    draw(one.row, share);
    tellWhole();
  }

  function tellWhole() {
    const done = batch.filter((one) => one.isOver).length;
    if (done === batch.length) batch = [];
    whole.hidden = batch.length < 2;
    if (whole.hidden) return;
    const size = (one) => one.file.size + 1; // an empty file counts too
    const arrived = batch.reduce((sum, one) => sum + size(one) * (one.isOver ? 1 : one.arrived), 0);
    whole.querySelector("[data-count]").textContent = `${done}/${batch.length}`;
    draw(whole, arrived / batch.reduce((sum, one) => sum + size(one), 0));
  }

  function draw(line, share) {
    line.querySelector("progress").value = share;
    line.querySelector(".pct").textContent = `${Math.round(100 * share)}\u00a0%`;
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
    for (const part of row.querySelectorAll(":scope > :not(.nm)")) part.remove();
    row.append(isPart && answer.content.childElementCount ? answer.content : copy("[data-lost]"));
  }

  function copy(selector) {
    return form.querySelector(selector).content.cloneNode(true);
  }
}
