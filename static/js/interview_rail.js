// The section that is in sight is the current one of the list.

import { showCurrentSection } from "./rail.js";

export function followSections() {
  const places = [...document.querySelectorAll(".interview-section, #closing")];
  const inSight = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) inSight.add(entry.target);
      else inSight.delete(entry.target);
    }
    const current = places.find((place) => inSight.has(place));
    if (current) mark(current.id);
  }, { rootMargin: "-20% 0px -60% 0px" });
  for (const place of places) observer.observe(place);
}

function mark(id) {
  for (const link of document.querySelectorAll(".rail a")) {
    if (link.hash === `#${id}`) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  showCurrentSection();
}
