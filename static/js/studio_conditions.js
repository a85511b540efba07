// Conditions are built in place: the form is sent with the button that was pressed, as without this script, and the
// builder is taken out of the page that comes back. Nothing is decided here.

import { enableFinding, finderOf } from "./studio_conditions_find.js";
import { placesAfter, retype, saidIn, typedSince } from "./studio_conditions_kept.js";

const PAUSE = 500;
const queues = new WeakMap();  // builder to what it waits for: one change after the other, none is lost
const pauses = new WeakMap();  // builder to the timer that runs while a number is being typed

const builderOf = (element) => element.closest("[data-condition]");

function enhance(builder) {
  // Return in a field of the form is to save the page, not to press the first button of the builder.
  for (const button of builder.querySelectorAll("button[name]")) button.type = "button";
  for (const button of builder.querySelectorAll(".condition-show")) button.hidden = true;
  for (const select of builder.querySelectorAll("select[data-filter]")) enableFinding(select);
}

function redraw(builder, act, only) {
  clearTimeout(pauses.get(builder));
  queues.set(builder, (queues.get(builder) ?? Promise.resolve()).then(() => ask(builder, act, only)));
}

async function ask(builder, act, only) {
  const form = builder.closest("form");
  const body = new FormData(form);
  const sent = saidIn(builder);
  body.set(builder.dataset.condition, act);
  builder.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(builder.id);
    if (!fresh) throw new Error(String(answer.status));
    put(builder, fresh, only, { sent, placed: placesAfter(builder, act) });
  } catch {
    sendWhole(form, builder.dataset.condition, act);
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

function put(builder, fresh, only, { sent, placed }) {
  const said = builder.querySelector(".condition-said");
  const says = fresh.querySelector(".condition-said").textContent;
  said.parentElement.hidden = !says;
  if (said.textContent !== says) said.textContent = says;
  if (only === "reading") return;
  const lines = builder.querySelector(".condition-lines");
  const before = lines.contains(document.activeElement) ? document.activeElement : null;
  const wasButton = before?.tagName === "BUTTON";
  const typed = typedSince(sent, saidIn(builder));
  const caret = before?.selectionEnd ?? null;  // fields for numbers and lists have none
  const meant = fresh.querySelector("[autofocus]");
  meant?.removeAttribute("autofocus");
  lines.replaceChildren(...fresh.querySelector(".condition-lines").childNodes);
  enhance(builder);
  retype(typed, placed);
  const same = before?.id ? document.getElementById(placed(before.id)) : null;
  const next = wasButton ? (meant ?? same) : (same ?? meant);
  if (before && next) (finderOf(next) ?? next).focus();
  if (caret !== null && next === same) same?.setSelectionRange(caret, caret);
}

function start() {
  for (const builder of document.querySelectorAll("[data-condition]")) enhance(builder);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-condition] button[name]");
    if (button) redraw(builderOf(button), button.value);
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-condition] [data-redraw]")) return;
    const act = event.target.dataset.redraw;
    const isValue = event.target.name.endsWith(":value");
    redraw(builderOf(event.target), act === "0" ? "show:0" : act, isValue ? "reading" : "");
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-condition] .condition-number")) return;
    const builder = builderOf(event.target);
    clearTimeout(pauses.get(builder));
    pauses.set(builder, setTimeout(() => redraw(builder, "show:0", "reading"), PAUSE));
  });
}

start();
