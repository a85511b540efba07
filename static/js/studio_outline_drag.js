// The outline by dragging: questions and whole sections. The buttons beside them do the same.

import { addGrip, putBeside } from "./dragging.js";

const NAMES = { grip: "ed-grip", mark: "ed-mark", dragged: "ed-dragged" };

// `dropped(goal, focusId)` is called with the place where something was let go.
export function startDragging(outline, dropped) {
  for (const line of outline.querySelectorAll(".ed-question")) addTo(line, line, outline, dropped);
  for (const head of outline.querySelectorAll(".ed-section-head")) addTo(head, head.closest(".ed-section"), outline, dropped);
}

function addTo(place, item, outline, dropped) {
  const isSection = item.matches(".ed-section");
  const over = isSection ? ".ed-section" : ".ed-question, .ed-section";
  addGrip(place, item, {
    names: NAMES,
    tag: isSection ? "div" : "li",
    placed: (mark, under, y) => {
      const target = under?.closest(over);
      if (target && outline.contains(target)) put(mark, target, y, isSection);
    },
    dropped: (mark) => {
      const goal = goalOf(mark, item, isSection);
      const focusId = isSection ? `section_up-${item.dataset.section}` : `up-${item.dataset.question}`;
      return goal && (() => dropped(goal, focusId));
    },
  });
}

function put(mark, target, y, isSection) {
  if (!isSection && target.matches(".ed-section")) {
    const list = target.querySelector(".ed-questions");
    const box = list.getBoundingClientRect();
    if (y < box.top) list.prepend(mark);
    else if (y > box.bottom) list.append(mark);
    return;
  }
  putBeside(mark, target, y);
}

// How many others stand before the mark, where the item itself does not count.
function goalOf(mark, item, isSection) {
  const kind = isSection ? ".ed-section" : ".ed-question";
  const around = [...mark.parentElement.children].filter((each) => each === mark || each.matches(kind));
  const here = around.indexOf(item);
  const at = around.indexOf(mark);
  if (here >= 0 && (at === here || at === here + 1 || here === at + 1)) return null;
  const index = around.filter((each) => each !== item).indexOf(mark);
  if (isSection) return { section_to: item.dataset.section, index };
  return { into: item.dataset.question, section: mark.closest(".ed-section").dataset.section, index };
}
