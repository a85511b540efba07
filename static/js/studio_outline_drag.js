// Dragging with mouse, pen or finger, by a grip that only stands here: the buttons beside it do the same.

const EDGE = 70;
const STEP = 14;

export function startDragging(outline, dropped) {
  for (const line of outline.querySelectorAll(".ed-question")) line.prepend(gripFor(line, outline, dropped));
  for (const head of outline.querySelectorAll(".ed-section-head")) {
    head.prepend(gripFor(head.closest(".ed-section"), outline, dropped));
  }
}

function gripFor(item, outline, dropped) {
  const grip = document.createElement("span");
  grip.className = "ed-grip";
  grip.setAttribute("aria-hidden", "true");
  grip.textContent = "⋮⋮";
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    drag(grip, item, outline, dropped, event.pointerId);
  });
  return grip;
}

function drag(grip, item, outline, dropped, pointer) {
  const isSection = item.matches(".ed-section");
  const mark = document.createElement(isSection ? "div" : "li");
  mark.className = "ed-mark";
  const over = isSection ? ".ed-section" : ".ed-question, .ed-section";
  grip.setPointerCapture(pointer);
  item.classList.add("ed-dragged");

  const moved = (event) => {
    if (event.clientY < EDGE) window.scrollBy(0, -STEP);
    if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    const target = document.elementFromPoint(event.clientX, event.clientY)?.closest(over);
    if (target && outline.contains(target)) put(mark, target, event.clientY, isSection);
  };
  const ended = (isDropped) => {
    grip.removeEventListener("pointermove", moved);
    grip.removeEventListener("pointerup", up);
    grip.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    item.classList.remove("ed-dragged");
    const goal = isDropped && mark.isConnected ? goalOf(mark, item, isSection) : null;
    mark.remove();
    if (goal) dropped(goal, isSection ? `section_up-${item.dataset.section}` : `up-${item.dataset.question}`);
  };
  const up = () => ended(true);
  const cancel = () => ended(false);
  const escape = (event) => event.key === "Escape" && ended(false);
  grip.addEventListener("pointermove", moved);
  grip.addEventListener("pointerup", up);
  grip.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", escape);
}

function put(mark, target, y, isSection) {
  if (!isSection && target.matches(".ed-section")) {
    const list = target.querySelector(".ed-questions");
    const box = list.getBoundingClientRect();
    if (y < box.top) list.prepend(mark);
    else if (y > box.bottom) list.append(mark);
    return;
  }
  const box = target.getBoundingClientRect();
  target[y < box.top + box.height / 2 ? "before" : "after"](mark);
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
