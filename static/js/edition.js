// The list of contents follows the ticks, and a report that is being drawn says so.

const form = document.querySelector("form.edition");

function follow(event) {
  if (event.target.name !== "sections") return;
  const line = form.querySelector(`[data-section="${CSS.escape(event.target.value)}"]`);
  if (line) line.hidden = !event.target.checked;
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
