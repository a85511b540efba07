// The order of the advice by dragging and by Alt with the arrow keys. The buttons of each row do the same.

const list = document.getElementById("overlay-shown");
const form = document.getElementById("move-form");
const EDGE = 70;
const STEP = 14;

function send(row, before) {
  const wanted = document.createElement("input");
  wanted.type = "hidden";
  wanted.name = "move";
  wanted.value = `${row.dataset.key},${before},drag`;
  form.append(wanted);
  form.requestSubmit();
}

function rows() {
  return [...list.querySelectorAll(":scope > [data-key]")];
}

function begin(grip, row, pointer) {
  const mark = document.createElement("li");
  mark.className = "overlay-mark";
  grip.setPointerCapture(pointer);
  row.classList.add("overlay-dragged");

  const moved = (event) => {
    if (event.clientY < EDGE) window.scrollBy(0, -STEP);
    if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-key]");
    if (!over || over.parentElement !== list) return;
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](mark);
  };
  const ended = (isDropped) => {
    grip.removeEventListener("pointermove", moved);
    grip.removeEventListener("pointerup", up);
    grip.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    row.classList.remove("overlay-dragged");
    const isPlaced = mark.isConnected;
    let next = mark.nextElementSibling;
    if (next === row) next = row.nextElementSibling;
    const previous = mark.previousElementSibling;
    mark.remove();
    if (!isDropped || !isPlaced || previous === row || row.nextElementSibling === next) return;
    send(row, next ? next.dataset.key : "");
  };
  const up = () => ended(true);
  const cancel = () => ended(false);
  const escape = (event) => event.key === "Escape" && ended(false);
  grip.addEventListener("pointermove", moved);
  grip.addEventListener("pointerup", up);
  grip.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", escape);
}

function addGrip(row) {
  const grip = document.createElement("span");
  grip.className = "overlay-grip";
  grip.setAttribute("aria-hidden", "true");
  grip.textContent = "⋮⋮";
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    begin(grip, row, event.pointerId);
  });
  row.prepend(grip);
}

if (list && form) {
  for (const hint of document.querySelectorAll("[data-js]")) hint.hidden = false;
  if (rows().length > 1) rows().forEach(addGrip);
  list.addEventListener("keydown", (event) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const way = event.key === "ArrowUp" ? "up" : "down";
    const button = event.target.closest("[data-key]")?.querySelector(`[data-way="${way}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
