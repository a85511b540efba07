// The keys 1 to 9 choose an answer of the question that has the focus; Enter in a field does not send the page.

import { questionOf } from "./fields.js";

const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select";

export function listenToKeys(form) {
  document.getElementById("keys").hidden = !matchMedia("(pointer: fine)").matches;
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      event.target.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const question = questionOf(event.target);
    if (!question || event.target.matches(TYPED)) return;
    const options = question.querySelectorAll("input[type=radio]:not([data-alternative], [data-row]), input[type=checkbox]:not([data-alternative])");
    const option = options[Number(event.key) - 1];
    if (!option || option.disabled) return;
    event.preventDefault();
    option.focus();
    option.click();
  });
}
