// The list of contents follows the choice, and a report that is being drawn says so.

const form = document.querySelector("form.edition");

function follow() {
  const view = form.elements.view.value;
  for (const box of form.querySelectorAll("[name=sections]")) {
    const line = form.querySelector(`[data-section="${CSS.escape(box.value)}"]`);
    const isKept = box.value === "trail" && view !== "own";
    if (line) line.hidden = !box.checked && !isKept;
  }
  const both = form.querySelector("[data-both]");
  if (both) both.hidden = view !== "both";
}

function wait(event) {
  if (event.submitter && event.submitter.formMethod === "get") return;
  form.querySelector("[data-waiting]").hidden = false;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
}

if (form) {
  form.querySelector("[data-without-script]").hidden = true;
  form.addEventListener("change", follow);
  form.addEventListener("submit", wait);
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}
