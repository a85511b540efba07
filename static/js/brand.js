// Shows a colour and its contrast with white while it is being chosen, and offers the browser's own colour picker.

const WEIGHTS = [0.2126, 0.7152, 0.0722];
const field = document.getElementById("id_colour");

function read(text) {
  const found = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim());
  if (!found) return null;
  const digits = found[1].toLowerCase();
  return `#${digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join("")}`;
}

function contrast(colour) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (linear.reduce((sum, part, at) => sum + WEIGHTS[at] * part, 0) + 0.05);
}

function show(picker) {
  const colour = read(field.value);
  if (!colour) return;
  picker.value = colour;
  document.querySelectorAll("[data-fill]").forEach((shape) => shape.setAttribute("fill", colour));
  const said = document.querySelector("[data-ratio]");
  const ratio = contrast(colour);
  said.textContent = said.textContent.replace(/[\d.]+/, (Math.floor(ratio * 100) / 100).toFixed(2));
  said.classList.toggle("invalid-feedback", ratio < Number(said.dataset.needs));
}

if (field) {
  const picker = document.createElement("input");
  picker.type = "color";
  picker.className = "brand-picker";
  picker.setAttribute("aria-label", document.querySelector(`label[for="${field.id}"]`).textContent);
  picker.addEventListener("input", () => { field.value = picker.value; show(picker); });
  field.addEventListener("input", () => show(picker));
  field.after(picker);
  show(picker);
}
