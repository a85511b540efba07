// Conditions are built in place: the form is sent with the button that was pressed, as without this script, and the
// builder is taken out of the page that comes back. Nothing is decided here.

import { enableFinding } from "./studio_conditions_find.js";

const PAUSE = 500;
let asked = 0;

const builderOf = (element) => element.closest("[data-condition]");

function enhance(builder) {
  // Return in a field of the form is to save the page, not to press the first button of the builder.
  for (const button of builder.querySelectorAll("button[name]")) button.type = "button";
  for (const button of builder.querySelectorAll(".condition-show")) button.hidden = true;
  for (const select of builder.querySelectorAll("select[data-filter]")) enableFinding(select);
}

async function redraw(builder, act, only) {
  const number = ++asked;
  const form = builder.closest("form");
  const body = new FormData(form);
  body.set(builder.dataset.condition, act);
  builder.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(builder.id);
    if (number !== asked) return;
    if (!fresh) throw new Error(String(answer.status));
    put(builder, fresh, only);
  } catch {
    if (number === asked) sendWhole(form, builder.dataset.condition, act);
  } finally {
    builder.removeAttribute("aria-busy");
  }
}

// Where the answer makes no sense here (signed out, a fault), the browser goes there and shows it.
function sendWhole(form, name, act) {
  const button = document.createElement("button");
  Object.assign(button, { name, value: act, hidden: true, formNoValidate: true });
  form.append(button);
  form.requestSubmit(button);
}

function put(builder, fresh, only) {
  const said = builder.querySelector(".condition-said");
  const says = fresh.querySelector(".condition-said").textContent;
  if (said.textContent !== says) said.textContent = says;
  if (only === "reading") return;
  const lines = builder.querySelector(".condition-lines");
  const before = lines.contains(document.activeElement) ? document.activeElement : null;
  const wasButton = before?.tagName === "BUTTON";
  lines.replaceChildren(...fresh.querySelector(".condition-lines").childNodes);
  enhance(builder);
  const meant = lines.querySelector("[autofocus]");
  const same = before?.id ? document.getElementById(before.id) : null;
  if (before) (wasButton ? (meant ?? same) : (same ?? meant))?.focus();
}

function start() {
  for (const builder of document.querySelectorAll("[data-condition]")) enhance(builder);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-condition] button[name]");
    if (button) redraw(builderOf(button), button.value);
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-condition] [data-redraw]")) return;
    clearTimeout(event.target.closest("[data-condition]").typing);
    const act = event.target.dataset.redraw;
    const isValue = event.target.name.endsWith(":value");
    redraw(builderOf(event.target), act === "0" ? "show:0" : act, isValue ? "reading" : "");
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-condition] .condition-number")) return;
    const builder = builderOf(event.target);
    clearTimeout(builder.typing);
    builder.typing = setTimeout(() => redraw(builder, "show:0", "reading"), PAUSE);
  });
}

start();
