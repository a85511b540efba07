// A long list of facts gets a field to search it by words, in any order: in titles and keys, else in headings.

const SHOWN = 8;

const wordsOf = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);

export const finderOf = (element) => element.closest(".condition-finder")?.querySelector("input");

export function enableFinding(select) {
  if (select.dataset.finds || !select.dataset.filter) return;
  select.dataset.finds = "yes";
  const all = [...select.children].map((child) => child.cloneNode(true));
  const field = document.createElement("input");
  Object.assign(field, { id: `${select.id}:words`, type: "search", className: "form-control", placeholder: select.dataset.filter, autocomplete: "off" });
  field.setAttribute("aria-label", select.dataset.filter);
  field.setAttribute("aria-controls", select.id);
  const finder = document.createElement("div");
  finder.className = "condition-finder";
  select.replaceWith(finder);
  finder.append(field, select);
  select.size = SHOWN;
  field.addEventListener("input", () => show(select, all, wordsOf(field.value)));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") event.preventDefault(), select.focus();
    if (event.key === "Enter") event.preventDefault(), takeFirst(select);
    if (event.key === "Escape" && select.value) choose(select);
  });
  // Moving through the list with the keys is no choice yet; Return or a click is.
  let byKeys = false;
  select.addEventListener("keydown", (event) => {
    byKeys = event.key !== "Enter";
    if (event.key === "Enter") event.preventDefault();
    if (["Enter", "Escape"].includes(event.key) && select.value) choose(select);
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
  const found = narrowed(all, (group, option) => `${option.textContent} ${option.value}`, words);
  const left = found.length ? found : narrowed(all, (group) => group.label, words);
  const kept = all.flatMap((child) => [...child.querySelectorAll("option")]).find((option) => option.value === chosen);
  const first = all.filter((child) => child.tagName !== "OPTGROUP").map((child) => child.cloneNode(true));
  if (kept && !left.some((group) => [...group.children].some((option) => option.value === chosen))) {
    first.push(kept.cloneNode(true));  // what was chosen before stays chosen while another one is looked for
  }
  select.replaceChildren(...first, ...left, ...(left.length ? [] : [new Option(select.dataset.none, "")]));
  select.value = chosen;
}

function narrowed(all, textOf, words) {
  const groups = all.filter((child) => child.tagName === "OPTGROUP").map((group) => {
    const copy = group.cloneNode(false);
    const has = (option) => words.every((word) => textOf(group, option).toLocaleLowerCase().includes(word));
    copy.append(...[...group.children].filter(has).map((option) => option.cloneNode(true)));
    return copy;
  });
  return groups.filter((group) => group.children.length);
}

function takeFirst(select) {
  const options = select.querySelectorAll("optgroup option");
  if (options.length === 0) return;
  options[0].selected = true;
  choose(select);
}
