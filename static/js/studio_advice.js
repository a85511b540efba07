// Playbook forms: rows and trials are drawn in place, the band of a priority is said at once, values are inserted where
// one writes. Without this script the same buttons send the form, and the server draws the page again.

const PAUSE = 700;
const form = document.getElementById("edit");

async function redraw(button, name, value, id) {
  const part = document.getElementById(id);
  const body = new FormData(form);
  body.set(name, value);
  part.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(id);
    if (!fresh) throw new Error(String(answer.status));
    part.replaceChildren(...fresh.childNodes);
    if (button) refocus(part, value);
  } catch {
    if (button) sendWhole(name, value);
  } finally {
    part.removeAttribute("aria-busy");
  }
}

function refocus(part, value) {
  const [, verb] = value.split(":");
  if (verb === "add") part.querySelector("ol > li:last-child :is(input:not([type=hidden]), textarea, select)")?.focus();
  else if (verb) (part.querySelector(`button[value="${CSS.escape(value)}"]`) ?? part.querySelector('button[value$=":add"]'))?.focus();
}

// Where the answer makes no sense here (signed out, a fault), the browser goes there and shows it.
function sendWhole(name, value) {
  const button = document.createElement("button");
  Object.assign(button, { name, value, hidden: true, formNoValidate: true });
  form.append(button);
  form.requestSubmit(button);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-swap]");
  if (!button || !form) return;
  event.preventDefault();
  redraw(button, button.name, button.value, button.dataset.swap);
});

function sayBand() {
  const priority = document.getElementById("id_priority");
  const said = document.querySelector("[data-band]");
  if (!priority || !said) return;
  const bands = [...document.querySelectorAll("[data-from]")];
  const fitting = bands.filter((band) => Number(band.dataset.from) <= Number(priority.value));
  const best = fitting.sort((one, other) => Number(other.dataset.from) - Number(one.dataset.from))[0];
  for (const band of bands) band.toggleAttribute("aria-current", band === best);
  best?.setAttribute("aria-current", "true");
  said.textContent = best ? `→ ${best.textContent}` : said.dataset.below;
}

function showNewAction() {
  const recommends = document.getElementById("id_recommends");
  for (const part of document.querySelectorAll("[data-shown-for]")) part.hidden = recommends.value !== part.dataset.shownFor;
}

function insertValues() {
  const slot = document.getElementById("id_slot");
  const button = document.querySelector("[data-insert]");
  const fields = [...document.querySelectorAll('[name^="because_"]')];
  if (!slot || !button || !fields.length) return;
  let last = null;
  for (const field of fields) field.addEventListener("focus", () => (last = field));
  button.addEventListener("click", (event) => {
    event.preventDefault();
    if (!slot.value) return slot.focus();
    for (const field of last ? [last] : fields) {
      const [start, end] = last ? [field.selectionStart, field.selectionEnd] : [field.value.length, field.value.length];
      field.setRangeText(`{${slot.value}}`, start, end, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    (last ?? fields[0]).focus();
  });
}

function previewSentence() {
  let waiting;
  form?.addEventListener("input", (event) => {
    const counts = event.target.name?.startsWith("because_") || event.target.name === "sample";
    if (!counts || !document.getElementById("id_priority")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => redraw(null, "try", "said", "trial"), PAUSE);
  });
}

// A link from elsewhere may name a part of a field that has no place of its own: the field that holds it is shown.
function showPlace() {
  let id = decodeURIComponent(location.hash.slice(1));
  if (!id.startsWith("at-")) return;
  while (id.includes("-") && !document.getElementById(id)) id = id.slice(0, id.lastIndexOf("-"));
  const found = document.getElementById(id);
  const place = found?.closest(".advice-field") ?? found;
  place?.scrollIntoView();
  (place?.querySelector(":is(input:not([type=hidden]), textarea, select):enabled") ?? place)?.focus();
}

document.querySelector("[data-takes-focus], .error-summary")?.focus();
document.getElementById("id_priority")?.addEventListener("input", sayBand);
document.getElementById("id_recommends")?.addEventListener("change", showNewAction);
sayBand();
if (document.getElementById("id_recommends")) showNewAction();
insertValues();
previewSentence();
// After the browser has gone to the fragment itself, which takes the focus away again.
addEventListener("load", () => setTimeout(showPlace));
