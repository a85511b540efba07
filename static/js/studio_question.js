// The form of a question: lines come and go in place, and what respondents would see follows every key that is pressed.

import { startPreview } from "./studio_preview.js";
import { fetchedPage, focusSummary, sendWhole } from "./studio_swap.js";

const form = document.getElementById("question-form");
const SAVES = ["save", "save_then_rule"];
const KEPT = ["at-visible_if"];  // looks after itself

let busy = Promise.resolve();
let isChanged = document.querySelector(".error-summary") !== null;

const preview = startPreview(form);

function redraw(submitter) {
  busy = busy.then(() => ask(submitter));
}

async function ask(submitter) {
  try {
    const { page } = await fetchedPage(form, submitter);
    const fresh = page.getElementById("question-fields");
    if (!fresh) throw new Error("no form");
    put(fresh);
    preview.show();
  } catch {
    sendWhole(form, submitter);
  }
}

function put(fresh) {
  const fields = document.getElementById("question-fields");
  const focused = document.activeElement?.id;
  for (const id of KEPT) fresh.querySelector(`#${id}`)?.replaceWith(document.getElementById(id));
  for (const details of fresh.querySelectorAll("details[id]")) {
    details.open = document.getElementById(details.id)?.open || details.open;
  }
  fields.replaceChildren(...fresh.childNodes);
  const next = fresh.dataset.goesOnAt;
  const line = next && document.getElementById(next);
  const target = line?.querySelector("input:not([type=hidden]), textarea, select") ?? document.getElementById(focused) ?? document.getElementById(`add-${next}`);
  target?.focus();
}

form.addEventListener("submit", (event) => {
  const submitter = event.submitter;
  if (submitter?.hasAttribute("formaction")) return;
  if (!submitter || SAVES.includes(submitter.value) || form.dataset.whole) {
    isChanged = false;
    return;
  }
  event.preventDefault();
  isChanged = true;
  redraw({ name: submitter.name, value: submitter.value });
});

form.addEventListener("change", (event) => {
  if (!event.target.closest("[data-redraws]")) return;
  redraw({ name: "act", value: event.target.name === "kind" ? "kind" : "show" });
});

form.addEventListener("input", (event) => {
  if (!event.target.name?.startsWith("preview_")) isChanged = true;
});

window.addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});

focusSummary();
