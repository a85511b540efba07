// How far an order of reports is, asked every few seconds while it moves; at the end the page shows the files.
const PAUSE = 3000;
const bar = document.querySelector("[data-batch]");
const said = document.querySelector("[data-batch-said]");

async function look() {
  let told = null;
  try {
    const reply = await fetch(bar.dataset.batch, { headers: { Accept: "application/json" } });
    told = reply.ok ? await reply.json() : null;
  } catch {
    told = null;
  }
  if (told) {
    bar.max = told.total;
    bar.value = told.settled;
    if (said.textContent !== told.said) said.textContent = told.said;
    if (!told.is_moving) {
      location.reload();
      return;
    }
  }
  setTimeout(look, PAUSE);
}

if (bar && "isMoving" in bar.dataset) setTimeout(look, PAUSE);
