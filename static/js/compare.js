// Choosing offerings to compare, kept from page to page. Without this the ticks of one page are sent as they are.
const KEY = "fourfold-compare";
const bar = document.getElementById("compare");

function read() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => one && typeof one.name === "string") : [];
  } catch {
    return [];
  }
}

function keep(chosen) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // a browser that stores nothing still compares what is ticked on this page
  }
}

function start(form) {
  const most = Number(form.dataset.most);
  const boxes = [...document.querySelectorAll('input[name="o"][form="compare"]')];
  const tray = form.querySelector(".compare-tray");
  const said = form.querySelector(".compare-said");
  let chosen = read().slice(0, most);

  function entry(one) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${one.title} ×`;
    button.setAttribute("aria-label", `${form.dataset.remove}: ${one.title}`);
    button.addEventListener("click", () => {
      change(chosen.filter((other) => other.name !== one.name));
      form.querySelector("button:not([type])").focus();
    });
    item.append(button);
    return item;
  }

  function show() {
    const full = chosen.length >= most;
    for (const box of boxes) {
      box.checked = chosen.some((one) => one.name === box.value);
      box.disabled = full && !box.checked;
    }
    tray.replaceChildren(...chosen.map(entry));
    form.classList.toggle("on", chosen.length > 0);
    tray.hidden = chosen.length === 0;
    form.querySelector(".compare-hint").hidden = chosen.length > 0;
    said.textContent = full ? form.dataset.full : "";
  }

  function change(next) {
    chosen = next;
    keep(chosen);
    show();
  }

  for (const box of boxes) {
    box.addEventListener("change", () => {
      const others = chosen.filter((one) => one.name !== box.value);
      change(box.checked ? [...others, { name: box.value, title: box.dataset.title }] : others);
    });
  }
  // What was chosen on other pages goes along; what is ticked here goes by itself.
  form.addEventListener("submit", () => {
    const here = new Set(boxes.map((box) => box.value));
    for (const old of form.querySelectorAll('input[type="hidden"]')) old.remove();
    for (const one of chosen.filter((each) => !here.has(each.name))) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name: "o", value: one.name });
      form.append(input);
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) change(read().slice(0, most));
  });
  show();
}

if (bar) start(bar);
