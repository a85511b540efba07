// Dragging a line with mouse, pen or finger, by a grip that only stands here: buttons beside it do the same.

const EDGE = 70;
const STEP = 14;

// A grip at the beginning of `place`, which drags `item`. `names` are the classes of the grip, the mark and what is dragged; `tag` is the mark's.
// `placed(mark, event)` puts the mark where the pointer is; `dropped(mark)` returns what then happens, once it is gone.
export function addGrip(place, item, { names, tag, placed, dropped }) {
  const grip = document.createElement("span");
  grip.className = names.grip;
  grip.setAttribute("aria-hidden", "true");
  grip.textContent = "⋮⋮";
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    drag(grip, item, event.pointerId, { names, tag, placed, dropped });
  });
  place.prepend(grip);
}

function drag(grip, item, pointer, { names, tag, placed, dropped }) {
  const mark = document.createElement(tag);
  mark.className = names.mark;
  grip.setPointerCapture(pointer);
  item.classList.add(names.dragged);

  const moved = (event) => {
    if (event.clientY < EDGE) window.scrollBy(0, -STEP);
    if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    placed(mark, document.elementFromPoint(event.clientX, event.clientY), event.clientY);
  };
  const ended = (isDropped) => {
    grip.removeEventListener("pointermove", moved);
    grip.removeEventListener("pointerup", up);
    grip.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    item.classList.remove(names.dragged);
    const send = isDropped && mark.isConnected ? dropped(mark) : null;
    mark.remove();
    send?.();
  };
  const up = () => ended(true);
  const cancel = () => ended(false);
  const escape = (event) => event.key === "Escape" && ended(false);
  grip.addEventListener("pointermove", moved);
  grip.addEventListener("pointerup", up);
  grip.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", escape);
}

// Before or behind `target`, whichever half of it the pointer is in.
export function putBeside(mark, target, y) {
  const box = target.getBoundingClientRect();
  target[y < box.top + box.height / 2 ? "before" : "after"](mark);
}
