// Whoever comes from a finding, a change or a translation lands in the very field: it is focused, and marked by the style.

const FIELDS = "input:not([type=hidden]), textarea, select, button, a[href]";

function land() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place?.id.startsWith("at-")) return;
  const field = place.matches(FIELDS) ? place : place.querySelector(FIELDS);
  field?.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
}

// The browser goes to the fragment itself once all is loaded, and takes the focus away from where it was.
if (document.readyState === "complete") land();
else window.addEventListener("load", () => setTimeout(land));
window.addEventListener("hashchange", land);
