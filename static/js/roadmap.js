// The roadmap answers as the slider moves. The address keeps what was asked, so that it can be sent on or come back to.

const PAUSE = 100;
const TYPING_PAUSE = 600;
const RESTING = 600;
const UNREADABLE = 422;

const form = document.getElementById("roadmap-form");
const part = document.getElementById("roadmap-part");
const said = document.getElementById("roadmap-said");
const failed = document.getElementById("roadmap-failed");
const slider = document.getElementById("budget-slider");
const budget = form.elements.budget;
const fields = [budget, form.elements.days];
let timer = null;
let waiting = null;
let resting = null;
let further = null;

function query() {
  const data = new FormData(form);
  return new URLSearchParams(data).toString();
}

async function calculate(asked = query()) {
  clearTimeout(timer);
  clearTimeout(resting);
  waiting?.abort();
  further?.abort();
  const mine = waiting = new AbortController();
  part.firstElementChild.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`${form.dataset.part}?${asked}`, { signal: mine.signal });
    if (answer.status === UNREADABLE) return await sayFaults(answer, mine);
    if (!answer.ok) throw new Error(String(answer.status));
    if (answer.redirected) return location.assign(`${form.getAttribute("action")}?${asked}`);
    const html = await answer.text();
    if (mine !== waiting) return;
    show(html);
    clearFaults();
    history.replaceState(null, "", `${form.getAttribute("action")}?${asked}`);
    failed.hidden = true;
  } catch {
    if (mine !== waiting) return;
    part.firstElementChild.removeAttribute("aria-busy");
    failed.hidden = false;
  }
}

// What cannot be read is said at the field, as the server words it; what is shown below stays, and says what it is for.
async function sayFaults(answer, mine) {
  const faults = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== waiting) return;
  part.firstElementChild.removeAttribute("aria-busy");
  failed.hidden = true;
  for (const field of fields) sayFault(field, faults.querySelector(`[data-field="${field.name}"]`)?.textContent ?? "");
}

function sayFault(field, text) {
  const place = document.getElementById(`error-${field.name}`);
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !text;
  if (text) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function clearFaults() {
  for (const field of fields) sayFault(field, "");
  if (document.activeElement !== slider) slider.value = part.firstElementChild.dataset.budget;
}

// What more money would change takes longer to find: it is asked for once the slider rests.
async function lookFurther() {
  const place = document.getElementById("roadmap-more");
  const mine = further = new AbortController();
  try {
    const answer = await fetch(place.dataset.more, { signal: mine.signal });
    if (!answer.ok || answer.redirected) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("more-found");
    if (found && place.isConnected) place.replaceChildren(...found.childNodes);
  } catch {
    // The link stays, and says the same on a page of its own.
  }
}

function lookFurtherSoon() {
  clearTimeout(resting);
  further?.abort();
  resting = setTimeout(lookFurther, RESTING);
}

function show(html) {
  const open = part.querySelector(".roadmap-left")?.open;
  part.innerHTML = html;
  const left = part.querySelector(".roadmap-left");
  if (left && open) left.open = true;
  said.textContent = part.firstElementChild.dataset.said;
  lookFurtherSoon();
}

function soon(pause) {
  clearTimeout(timer);
  timer = setTimeout(calculate, pause);
}

slider.addEventListener("input", () => {
  budget.value = slider.value;
  soon(PAUSE);
});

form.addEventListener("input", (event) => {
  if (event.target === slider) return;
  soon(TYPING_PAUSE);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  calculate().then(() => fields.find((field) => field.hasAttribute("aria-invalid"))?.focus());
});

// Putting an action in or leaving it out is a link that says all of it.
part.addEventListener("click", (event) => {
  const link = event.target.closest(".roadmap-tools a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const asked = new URL(link.href).searchParams;
  for (const field of form.querySelectorAll("input[type=hidden]")) field.remove();
  for (const name of ["pin", "bar", "open"]) {
    for (const value of asked.getAll(name)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  calculate(asked.toString()).then(() => document.getElementById("waves").focus());
});

slider.hidden = false;
lookFurtherSoon();
form.classList.add("is-live");
