// Scoring pages: shows at once what the form of a node would do, lets nodes be dragged, takes the focus to what is wrong.
const PATIENCE = 350;

document.querySelector("[data-takes-focus]")?.focus();

const form = document.querySelector("form[data-effect]");
if (form) {
  document.documentElement.classList.add("has-effect-script");
  const shown = form.querySelector("[data-effect-shown]");
  let waiting = 0;
  let asked = 0;
  const ask = async () => {
    const number = ++asked;
    const answer = await fetch(form.dataset.effect, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } });
    if (!answer.ok || number !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    shown.replaceChildren(...page.body.childNodes);
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask().catch(() => {}), PATIENCE);
  });
}

const tree = document.querySelector("[data-tree]");
const move = document.getElementById("move");
if (tree && move) {
  const marks = ["drop-before", "drop-under", "drop-after"];
  let dragged = null;
  const over = (event) => event.target.closest("tr[data-node]");
  const mark = (row, event) => {
    const box = row.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    return marks[share < 0.3 ? 0 : share > 0.7 ? 2 : 1];
  };
  const clear = () => tree.querySelectorAll("tr").forEach((row) => row.classList.remove(...marks));
  tree.addEventListener("dragstart", (event) => {
    dragged = over(event);
    dragged?.classList.add("is-dragged");
    event.dataTransfer.setData("text/plain", dragged?.dataset.node ?? "");
  });
  tree.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    clear();
  });
  tree.addEventListener("dragover", (event) => {
    const row = over(event);
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    clear();
    row.classList.add(mark(row, event));
  });
  tree.addEventListener("drop", (event) => {
    const row = over(event);
    if (!dragged || !row || row === dragged) return;
    event.preventDefault();
    const way = mark(row, event).replace("drop-", "");
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "move";
    field.value = `${way}:${dragged.dataset.node}:${row.dataset.node}`;
    move.append(field);
    move.submit();
  });
}
