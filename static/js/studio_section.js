// The preview of a section fits its frame, and changes its language when that is chosen.

import { startFrame } from "./studio_preview.js";
import { focusSummary } from "./studio_swap.js";

const choices = document.getElementById("section-preview");
if (choices) {
  startFrame(document.getElementById("preview"));
  choices.addEventListener("change", (event) => event.target.name === "preview_language" && choices.requestSubmit());
}
focusSummary();
