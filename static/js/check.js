// Says beside an open question that it was begun in this browser, and how far. Submitting ends what was begun.

import { Drafts } from "./drafts.js";
import { showCurrentSection } from "./rail.js";

const list = document.querySelector("[data-assessment]");
const drafts = new Drafts(list.dataset.assessment);

showCurrentSection();

for (const line of list.querySelectorAll("li[data-key]")) {
  const draft = drafts.of(line.dataset.key);
  if (!draft) continue;
  const note = document.createElement("span");
  note.className = "given";
  note.textContent = list.dataset.begun.replace("{done}", String(draft.done)).replace("{total}", String(draft.total));
  line.append(note);
}

// Without the tick that is asked for, the page comes back and says so: nothing ends then.
document.querySelector(".verdict form")?.addEventListener("submit", (event) => {
  if (!event.target.checkValidity()) return;
  for (const line of list.querySelectorAll("li[data-key]")) drafts.keep(line.dataset.key, null);
});
