// The keys 1 to 9 choose an answer of the question, or of the row of a table, that has the focus; Enter in a field does
// not send the page.

import { questionOf } from "./fields.js";

const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select";
// A phone, or a window that is narrow like one, hardly has the keys at hand.
const KEYBOARD = "(hover: hover) and (pointer: fine) and (min-width: 40rem)";

export function listenToKeys(form) {
  document.getElementById("keys").hidden = !matchMedia(KEYBOARD).matches;
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      event.target.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const question = questionOf(event.target);
    if (!question || event.target.matches(TYPED)) return;
    const option = optionsAt(question, event.target)[Number(event.key) - 1];
    if (!option || option.disabled) return;
    event.preventDefault();
    option.focus();
    option.click();
  });
}

function optionsAt(question, focused) {
  const row = focused.closest("[data-row-of]");
  if (row) return row.querySelectorAll("input[data-row]");
  return question.querySelectorAll(":is(input[type=radio], input[type=checkbox]):not([data-alternative], [data-row])");
}
