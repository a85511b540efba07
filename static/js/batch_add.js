// Ticking all clients or none, and saying how many are ticked.
const bar = document.querySelector("[data-tick-all]");

if (bar) {
  const boxes = [...document.querySelectorAll('input[name="client"]')];
  const said = bar.querySelector("[data-ticked]");
  const tell = () => {
    said.textContent = said.dataset.said.replace("{count}", boxes.filter((box) => box.checked).length);
  };
  for (const button of bar.querySelectorAll("[data-tick]")) {
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked = button.dataset.tick === "on";
      tell();
    });
  }
  for (const box of boxes) box.addEventListener("change", tell);
  bar.hidden = false;
  tell();
}
