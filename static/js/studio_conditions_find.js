// A long list of facts gets a field to search it by words, in any order, in titles, headings and keys.

const SHOWN = 8;

const wordsOf = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);

export function enableFinding(select) {
  if (select.dataset.finds || !select.dataset.filter) return;
  select.dataset.finds = "yes";
  const all = [...select.children].map((child) => child.cloneNode(true));
  const field = document.createElement("input");
  Object.assign(field, { type: "search", className: "form-control", placeholder: select.dataset.filter, autocomplete: "off" });
  field.setAttribute("aria-label", select.dataset.filter);
  field.setAttribute("aria-controls", select.id);
  const finder = document.createElement("div");
  finder.className = "condition-finder";
  select.replaceWith(finder);
  finder.append(field, select);
  select.size = SHOWN;
  if (select.autofocus) {
    select.autofocus = false;
    field.autofocus = true;
  }
  field.addEventListener("input", () => show(select, all, wordsOf(field.value)));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") event.preventDefault(), select.focus();
    if (event.key === "Enter") event.preventDefault(), takeOnly(select);
  });
  // Moving through the list with the keys is no choice yet; Return or a click is.
  let byKeys = false;
  select.addEventListener("keydown", (event) => {
    byKeys = event.key !== "Enter";
    if (event.key === "Enter") event.preventDefault(), select.value && choose(select);
  });
  select.addEventListener("pointerdown", () => (byKeys = false));
  select.addEventListener("change", (event) => byKeys && !event.isChosen && event.stopPropagation());
}

function choose(select) {
  const event = new Event("change", { bubbles: true });
  event.isChosen = true;
  select.dispatchEvent(event);
}

function show(select, all, words) {
  const chosen = select.value;
  const left = all.map((child) => (child.tagName === "OPTGROUP" ? groupWith(child, words) : child.cloneNode(true)));
  select.replaceChildren(...left.filter(Boolean));
  select.value = chosen;
  if (words.length && !select.querySelector("optgroup")) select.append(new Option(select.dataset.none, ""));
}

function groupWith(group, words) {
  const copy = group.cloneNode(false);
  for (const option of group.children) {
    const text = `${group.label} ${option.textContent} ${option.value}`.toLocaleLowerCase();
    if (words.every((word) => text.includes(word))) copy.append(option.cloneNode(true));
  }
  return copy.children.length ? copy : null;
}

function takeOnly(select) {
  const options = select.querySelectorAll("optgroup option");
  if (options.length === 0) return;
  options[0].selected = true;
  choose(select);
}
