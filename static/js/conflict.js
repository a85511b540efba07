// Two values for one answer: the person decides. One question at a time, and Escape decides nothing.

const dialog = document.getElementById("conflict");
let last = Promise.resolve();

export function askWhich(conflict) {
  last = last.then(() => ask(conflict));
  return last;
}

function ask({ question, who, theirs, mine }) {
  dialog.querySelector("#conflict-question").textContent = question;
  dialog.querySelector("#conflict-by").textContent = who;
  dialog.querySelector("#conflict-theirs").textContent = theirs;
  dialog.querySelector("#conflict-mine").textContent = mine;
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.oncancel = (event) => event.preventDefault();
    dialog.onclick = (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      dialog.close();
      resolve(button.value === "mine");
    };
  });
}
