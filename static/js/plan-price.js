// Shows what a price that is not for the whole comes to, before it is saved as the budget.
const shown = document.querySelector("[data-price-product]");
const form = shown?.closest("form");

function number(name) {
  return Number.parseInt(form.elements[name].value, 10) || 1;
}

function product() {
  const chosen = form.elements.offering.value;
  const offer = [...form.querySelectorAll("[data-offer]")].find((each) => each.dataset.offer === chosen);
  if (!offer || !form.elements.take_price.checked) return "";
  const price = Number.parseInt(offer.dataset.price, 10);
  const factors = offer.dataset.basis === "whole" ? [price] : [price, number("pieces"), number("months")];
  const words = factors.map((factor) => factor.toLocaleString("en"));
  const total = factors.reduce((one, other) => one * other, 1).toLocaleString("en");
  return factors.length > 1 ? `${words.join(" × ")} = ${total}` : total;
}

function show() {
  const text = product();
  shown.hidden = !text;
  shown.querySelector("output").textContent = text;
}

if (form) {
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}
