// What is typed while a change is on its way to the server and back stays: the lines that come back are filled in with it.

const CONTROLS = "select[id], input[id]:not([type=hidden])";

const saidBy = (control) => (control.type === "checkbox" ? control.checked : control.value);

export function saidIn(builder) {
  return new Map([...builder.querySelectorAll(CONTROLS)].map((control) => [control.id, saidBy(control)]));
}

export const typedSince = (before, now) => new Map([...now].filter(([id, said]) => before.has(id) && before.get(id) !== said));

// What stands behind a line or group that is taken out moves up by one; what was taken out has no place any more.
export function placesAfter(builder, act) {
  const [verb, removed] = act.split(":");
  if (verb !== "remove") return (id) => id;
  const cut = removed.lastIndexOf("-");
  const owner = `${builder.id}:${removed.slice(0, cut)}-`;
  const index = Number(removed.slice(cut + 1));
  return (id) => {
    const [, own, rest] = (id.startsWith(owner) && /^(\d+)(.*)$/.exec(id.slice(owner.length))) || [];
    if (own === undefined || Number(own) < index) return id;
    return Number(own) === index ? "" : `${owner}${Number(own) - 1}${rest}`;
  };
}

export function retype(typed, placed) {
  for (const [id, said] of typed) {
    const control = document.getElementById(placed(id));
    if (!control) continue;
    if (control.type === "checkbox") control.checked = said;
    else if (control.tagName !== "SELECT" || [...control.options].some((option) => option.value === said)) control.value = said;
    if (control.type === "search") control.dispatchEvent(new Event("input"));
  }
}
