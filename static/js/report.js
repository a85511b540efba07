// A report that is drawn says so and for how long; then its file comes, and the list of what was made grows by itself.

const SECOND = 1000;
const part = document.getElementById("report");
const said = part.querySelector("[data-said]");

function say(text) {
  said.textContent = text;
}

// Seconds are for the eye: read aloud every second they would be in the way.
function countSeconds() {
  const place = Object.assign(document.createElement("span"), { ariaHidden: "true" });
  const begun = performance.now();
  said.append(" ", place);
  return setInterval(() => {
    place.textContent = part.dataset.seconds.replace("SECONDS", Math.round((performance.now() - begun) / SECOND));
  }, SECOND);
}

async function ask(form, button) {
  const data = new FormData(form);
  data.append(button.name, button.value);
  const reply = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
  return reply.json();
}

async function listAnew() {
  const reply = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const list = page.getElementById("report-made");
  if (reply.ok && list) document.getElementById("report-made").replaceWith(list);
}

async function make(event) {
  event.preventDefault();
  if (part.dataset.busy || !event.submitter) return;
  part.dataset.busy = "yes";
  say(part.dataset.drawing);
  const counting = countSeconds();
  try {
    const told = await ask(event.target, event.submitter);
    clearInterval(counting);
    if (told.file) {
      await listAnew();
      location.assign(told.file);
      say(part.dataset.made);
    } else say(`${part.dataset.failed} ${part.dataset.reference} ${told.reference}`);
  } catch {
    clearInterval(counting);
    say(part.dataset.failed);
  }
  delete part.dataset.busy;
}

if (said) for (const form of part.querySelectorAll("form")) form.addEventListener("submit", make);
