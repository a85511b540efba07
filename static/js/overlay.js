// The order of the advice by dragging and by Alt with the arrow keys. The buttons of each row do the same.

import { addGrip, putBeside } from "./dragging.js";

const list = document.getElementById("overlay-shown");
const form = document.getElementById("move-form");

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

function goalOf(mark, row) {
  let next = mark.nextElementSibling;
  if (next === row) next = row.nextElementSibling;
  if (mark.previousElementSibling === row || row.nextElementSibling === next) return null;
  return () => send(row, next ? next.dataset.key : "");
}

function dragged(row) {
  addGrip(row, row, {
    names: { grip: "overlay-grip", mark: "overlay-mark", dragged: "overlay-dragged" },
    tag: "li",
    placed: (mark, under, y) => {
      const over = under?.closest("[data-key]");
      if (over?.parentElement === list) putBeside(mark, over, y);
    },
    dropped: (mark) => goalOf(mark, row),
  });
}

if (list && form) {
  for (const hint of document.querySelectorAll("[data-js]")) hint.hidden = false;
  if (rows().length > 1) rows().forEach(dragged);
  list.addEventListener("keydown", (event) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const way = event.key === "ArrowUp" ? "up" : "down";
    const button = event.target.closest("[data-key]")?.querySelector(`[data-way="${way}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
