// The roadmap answers as the slider moves. The address keeps what was asked, so that it can be sent on or come back to.

const PAUSE = 100;
const TYPING_PAUSE = 600;
const RESTING = 600;

const form = document.getElementById("roadmap-form");
const part = document.getElementById("roadmap-part");
const said = document.getElementById("roadmap-said");
const failed = document.getElementById("roadmap-failed");
const slider = document.getElementById("budget-slider");
const budget = form.elements.budget;
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
    if (!answer.ok) throw new Error(String(answer.status));
    if (answer.redirected) return location.assign(`${form.getAttribute("action")}?${asked}`);
    const html = await answer.text();
    if (mine !== waiting) return;
    show(html);
    history.replaceState(null, "", `${form.getAttribute("action")}?${asked}`);
    failed.hidden = true;
  } catch {
    if (mine !== waiting) return;
    part.firstElementChild.removeAttribute("aria-busy");
    failed.hidden = false;
  }
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

const isWhole = (field) => /^\d+$/.test(field.value.trim());

slider.addEventListener("input", () => {
  budget.value = slider.value;
  soon(PAUSE);
});

form.addEventListener("input", (event) => {
  if (event.target === slider) return;
  if (event.target === budget && isWhole(budget)) slider.value = budget.value;
  if (isWhole(event.target)) soon(TYPING_PAUSE);
});

// What cannot be read is said by the server, at the field.
form.addEventListener("submit", (event) => {
  if (![budget, form.elements.days].every(isWhole)) return;
  event.preventDefault();
  calculate();
});

// Putting an action in or leaving it out is a link that says all of it.
part.addEventListener("click", (event) => {
  const link = event.target.closest(".roadmap-tools a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const asked = new URL(link.href).searchParams;
  for (const field of form.querySelectorAll("input[type=hidden]")) field.remove();
  for (const name of ["pin", "bar"]) {
    for (const value of asked.getAll(name)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  calculate(asked.toString()).then(() => document.getElementById("waves").focus());
});

slider.hidden = false;
lookFurtherSoon();
form.classList.add("is-live");
