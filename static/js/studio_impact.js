// A replay goes on batch by batch while its page is open. Whoever closes it goes on later: what is counted is kept.

const form = document.getElementById("impact-progress");
const bar = document.getElementById("impact-bar");
const count = document.getElementById("impact-count");
const button = document.getElementById("impact-on");
const failed = document.getElementById("impact-failed");

async function step() {
  const data = new FormData(form);
  data.delete("long");
  const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function run() {
  button.hidden = true;
  failed.hidden = true;
  try {
    for (;;) {
      const { done, total, finished } = await step();
      bar.max = total;
      bar.value = done;
      count.textContent = `${done}/${total}`;
      if (finished) return location.reload();
    }
  } catch {
    failed.hidden = false;
    button.hidden = false;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
run();
