// Which questions are asked: the same three-valued language as on the server, which decides again with every answer.
// true, false, or null = cannot be told from what is known.

export function evaluate(condition, lookup) {
  if ("all" in condition) return every(condition.all.map((part) => evaluate(part, lookup)));
  if ("any" in condition) return some(condition.any.map((part) => evaluate(part, lookup)));
  if ("not" in condition) return negated(evaluate(condition.not, lookup));
  const value = lookup(condition.fact);
  if (condition.op === "known") return value !== null;
  return value === null ? null : TESTS[condition.op](value, condition.value);
}

const every = (verdicts) => (verdicts.includes(false) ? false : verdicts.includes(null) ? null : true);
const some = (verdicts) => (verdicts.includes(true) ? true : verdicts.includes(null) ? null : false);
const negated = (verdict) => (verdict === null ? null : !verdict);

const TESTS = {
  lt: (value, bound) => value < Number(bound),
  lte: (value, bound) => value <= Number(bound),
  eq: (value, bound) => value === Number(bound),
  gte: (value, bound) => value >= Number(bound),
  gt: (value, bound) => value > Number(bound),
  between: (value, [low, high]) => Number(low) <= value && value <= Number(high),
  is: (value, wanted) => value === wanted,
  in: (value, allowed) => allowed.includes(value),
  has: (value, wanted) => value.has(wanted),
  has_any: (value, wanted) => wanted.some((each) => value.has(each)),
  has_none: (value, unwanted) => !unwanted.some((each) => value.has(each)),
};

export function factOf(kind, answer) {
  if (!answer || answer.state !== "answered" || answer.value === null) return null;
  const value = answer.value;
  if (kind === "multi") return new Set(value);
  if (kind === "table") {
    return new Set(Object.entries(value).flatMap(([row, ticks]) => [].concat(ticks).map((option) => `${row}:${option}`)));
  }
  if (kind === "number" || kind === "percent") {
    return typeof value === "object" ? (100 * number(value.numerator)) / number(value.denominator) : number(value);
  }
  return value;
}

// A unit behind the digits, and commas between them, are dropped as on the server.
const number = (text) => Number(String(text).trim().replace(/[^\d.]+$/, "").replace(/[,，]/g, ""));

// Questions are decided in order: a hidden one is not known to those after it.
export function visibleQuestions(questions, answers, constants) {
  const shown = new Set();
  const kinds = new Map(questions.map((question) => [question.key, question.kind]));
  const lookup = (fact) => {
    if (fact in constants) return constants[fact];
    const [family, key] = fact.split(/\.(.*)/s);
    if (family === "answer" || family === "profile") {
      return shown.has(key) ? factOf(kinds.get(key), answers.get(key)) : null;
    }
    if (family === "unknown") {
      return shown.has(key) && (!answers.get(key) || answers.get(key).state === "unknown") ? "yes" : "no";
    }
    return null;
  };
  for (const question of questions) {
    if (!question.if || evaluate(question.if, lookup) === true) shown.add(question.key);
  }
  return shown;
}
