// Reading and writing the fields of one question. An answer is {state, value}, or null where nothing is answered;
// undefined means: not finished, do not save yet.

const ALTERNATIVES = ["unknown", "not_applicable"];
const NOTHING = "nothing";
const NUMBER = /^\d+([.,]\d+)?$/;

const inputs = (question, selector) => [...question.querySelectorAll(selector)];
const answered = (value) => ({ state: "answered", value });
const said = (state) => ({ state, value: null });
const nothingIn = (question) => answered(question.dataset.kind === "multi" ? [] : {});
const isNothing = (value) => value !== null && typeof value === "object" && Object.keys(value).length === 0;
const isTicked = (question) => "multiple" in question.dataset;

export const questionOf = (element) => element.closest("article.q");
export const legendOf = (question) => question.querySelector("legend").firstChild.textContent.trim();

export function sameAnswer(one, other) {
  return JSON.stringify(normal(one)) === JSON.stringify(normal(other));
}

function normal(answer) {
  const reason = answer?.reason || "";
  if (!answer || answer.state === "withdrawn") return reason || null;
  const value = answer.value;
  if (value && typeof value === "object" && !Array.isArray(value)) {
    return [answer.state, Object.entries(value).sort(), reason];
  }
  return [answer.state, value ?? null, reason];
}

export function readAnswer(question) {
  const chip = question.querySelector("input[data-alternative]:checked");
  if (chip) return chip.value === NOTHING ? nothingIn(question) : said(chip.value);
  const select = question.querySelector("select");
  if (select) return choice(select.value);
  const kind = question.dataset.kind;
  if (kind === "multi") {
    const chosen = inputs(question, "input[type=checkbox]:checked").map((input) => input.value);
    return chosen.length ? answered(chosen) : null;
  }
  if (kind === "table") return isTicked(question) ? readTicks(question) : readRows(question);
  if (kind === "number" || kind === "percent" || kind === "text") return readText(question);
  return choice(question.querySelector("input[type=radio]:checked")?.value ?? "");
}

function choice(value) {
  if (!value) return null;
  return ALTERNATIVES.includes(value) ? said(value) : answered(value);
}

function readTicks(question) {
  const rows = {};
  for (const input of inputs(question, "input[data-row]:checked")) (rows[input.dataset.row] ??= []).push(input.value);
  return Object.keys(rows).length ? answered(rows) : null;
}

function readRows(question) {
  const chosen = chosenRows(question);
  if (chosen.length === rowCount(question)) return answered(Object.fromEntries(chosen));
  return chosen.length ? undefined : null;
}

const rowCount = (question) => inputs(question, ".row-q").length;
const chosenRows = (question) => inputs(question, "input[data-row]:checked").map((input) => [input.dataset.row, input.value]);

function readText(question) {
  const [numerator, denominator] = counts(question).map((input) => input.value.trim());
  if (numerator || denominator) return numerator && denominator ? answered({ numerator, denominator }) : undefined;
  const text = question.querySelector(".form-control").value.trim();
  return text ? answered(text) : null;
}

// What is begun and not finished, as {value, done, total}; null where the fields are empty or say a whole answer.
export function readDraft(question) {
  if (readAnswer(question) !== undefined) return null;
  if (question.dataset.kind === "table") {
    const rows = chosenRows(question);
    return { value: Object.fromEntries(rows), done: rows.length, total: rowCount(question) };
  }
  const [numerator, denominator] = counts(question).map((input) => input.value.trim());
  return { value: { numerator, denominator }, done: 1, total: 2 };
}

const counts = (question) => inputs(question, ".counts input");

// While a number is being typed, only a finished one is worth sending.
export function isWorthSending(question) {
  const answer = readAnswer(question);
  if (answer === undefined) return false;
  if (answer === null || question.dataset.kind === "text") return true;
  const parts = typeof answer.value === "string" ? [answer.value] : Object.values(answer.value ?? {});
  return parts.every((part) => NUMBER.test(part));
}

// A field that was just used wins over those that contradict it.
export function settleContradictions(question, used) {
  if (used.matches("input[data-alternative]:checked")) return clearAllBut(question, used);
  if (used.matches("input[data-exclusive]:checked")) return clearAllBut(question, used);
  if (used.dataset.row && isTicked(question)) settleRow(used);
  const isUse = used.type === "checkbox" || used.type === "radio" ? used.checked : used.value.trim() !== "";
  if (!isUse) return;
  for (const input of inputs(question, "input[data-alternative], input[data-exclusive]")) {
    if (input !== used && input.type === "checkbox") input.checked = false;
  }
  if (used.closest(".counts")) question.querySelector(".share .form-control").value = "";
  else if (used.closest(".share")) for (const input of counts(question)) input.value = "";
}

function settleRow(used) {
  if (!used.checked) return;
  const isAlone = "alone" in used.dataset;
  for (const input of inputs(used.closest("[data-row-of]"), "input[data-row]")) {
    if (input !== used && (isAlone || "alone" in input.dataset)) input.checked = false;
  }
}

function clearAllBut(question, kept) {
  for (const input of inputs(question, "input, textarea")) {
    if (input === kept || input.type === "hidden") continue;
    if (input.type === "checkbox" || input.type === "radio") input.checked = false;
    else input.value = "";
  }
}

export function writeAnswer(question, answer) {
  clearAllBut(question, null);
  const select = question.querySelector("select");
  const value = answer && answer.state === "answered" ? answer.value : null;
  const word = wordOf(answer);
  if (select) {
    select.value = word || value || "";
    return;
  }
  if (word) {
    const chip = inputs(question, "input[data-alternative]").find((input) => input.value === word);
    if (chip) chip.checked = true;
  } else if (value !== null) writeValue(question, value);
}

function wordOf(answer) {
  if (!answer) return "";
  if (answer.state === "answered" && isNothing(answer.value)) return NOTHING;
  return ALTERNATIVES.includes(answer.state) ? answer.state : "";
}

function writeValue(question, value) {
  if (typeof value === "object" && !Array.isArray(value)) {
    if (question.dataset.kind === "table") {
      for (const input of inputs(question, "input[data-row]")) input.checked = [].concat(value[input.dataset.row] ?? []).includes(input.value);
    } else {
      [value.numerator, value.denominator].forEach((part, place) => { counts(question)[place].value = part; });
      question.querySelector("details.ratio").open = true;
    }
    return;
  }
  const chosen = Array.isArray(value) ? value : [value];
  const boxes = inputs(question, "input[type=radio], input[type=checkbox]:not([data-alternative])");
  for (const box of boxes) box.checked = chosen.includes(box.value);
  const text = question.querySelector(".form-control");
  if (text) text.value = value;
}

export function describe(question, answer, nothing) {
  if (!answer || answer.state === "withdrawn") return nothing;
  const word = wordOf(answer);
  if (word) return labelsOf(question, (input) => input.value === word && isWord(input));
  const value = answer.value;
  if (question.dataset.kind === "text") return value;
  if (question.dataset.kind === "table") {
    return inputs(question, "input[data-row]")
      .filter((input) => [].concat(value[input.dataset.row] ?? []).includes(input.value))
      .map((input) => `${rowLabel(input)}: ${labelOf(input)}`).join("; ");
  }
  const labels = labelsOf(question, (input) => isValue(input) && [].concat(value).includes(input.value));
  if (labels) return labels;
  if (typeof value === "object") return Object.values(value).join(" / ");
  const unit = question.querySelector(".unit")?.textContent.trim() ?? "";
  return `${value} ${unit}`.trim();
}

// An option of the bank may have a key that is a word of ours.
const isWord = (input) => input.matches("[data-alternative], option");
const isValue = (input) => input.value && !input.matches("[data-alternative]");
const labelOf = (input) => (input.labels?.[0] ?? input).textContent.trim();
const rowLabel = (input) => input.closest("[data-row-of]").querySelector("legend, th").textContent.trim();
const labelsOf = (question, isMeant) =>
  inputs(question, "input[type=radio], input[type=checkbox], option").filter(isMeant).map(labelOf).join("; ");

export function languageOf(question) {
  return question.querySelector("legend > span[lang]")?.lang ?? "";
}

export function showProblem(question, message) {
  question.querySelector(".invalid-feedback").textContent = message;
  delete question.dataset.open;
  for (const field of inputs(question, ".form-control, .form-select, input[type=checkbox], fieldset[role=radiogroup]")) {
    if (message) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

export function showShare(question, sentence) {
  const output = question.querySelector("output.worked");
  if (!output) return;
  const [part, whole] = counts(question).map((input) => Number(input.value.replace(",", ".")));
  const isKnown = whole > 0 && part >= 0 && part <= whole && counts(question).every((input) => input.value.trim());
  output.textContent = isKnown ? sentence.replace("{share}", String(Math.round((1000 * part) / whole) / 10)) : "";
}
