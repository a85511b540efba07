/* Ticking all clients of the page at once. Without it every box still works. */
const form = document.querySelector(".clients-bulk");
const head = form?.querySelector("thead .clients-tick");
const boxes = form ? [...form.querySelectorAll("tbody .clients-tick input")] : [];

if (head && boxes.length > 0) {
  const all = document.createElement("input");
  all.type = "checkbox";
  all.className = "form-check-input";
  all.setAttribute("aria-label", head.textContent.trim());
  head.append(all);
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener("change", () => {
    boxes.forEach((box) => { box.checked = all.checked; });
    show();
  });
  form.addEventListener("change", show);
  show();
}
