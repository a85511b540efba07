// While a short name is not typed, its field shows the one that will be made from the name.
const name = document.querySelector("[name=name]");
const shortName = document.querySelector("[name=short_name]");

function propose() {
  const folded = name.value.normalize("NFKD").replace(/[^\x20-\x7e]/g, "").toLowerCase();
  const proposed = folded.replace(/[^a-z0-9_\s-]/g, "").trim().replace(/[\s-]+/g, "-").slice(0, 40);
  shortName.placeholder = proposed.length < 3 ? "" : proposed;
}

if (name && shortName) {
  name.addEventListener("input", propose);
  propose();
}
