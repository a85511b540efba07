// On a phone the sections stand in a strip that scrolls: the current one comes into sight.

export function showCurrentSection() {
  const strip = document.querySelector(".rail ol");
  const place = strip.querySelector("[aria-current]").parentElement;
  const inset = parseFloat(getComputedStyle(strip).scrollPaddingInlineStart) || 0;
  strip.scrollLeft = place.offsetLeft - strip.offsetLeft - inset;
}
