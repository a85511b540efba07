// Two values for one answer: the person decides. One question at a time, and Escape decides nothing.

const dialog = document.getElementById("conflict");
let last = Promise.resolve();

export function askWhich(conflict) {
  last = last.then(() => ask(conflict));
  return last;
}

// `language` is that of the question and of both answers, '' where it is the page's.
function ask({ question, who, theirs, mine, language }) {
  dialog.querySelector("#conflict-by").textContent = who;
  for (const [name, text] of Object.entries({ question, theirs, mine })) {
    const place = dialog.querySelector(`#conflict-${name}`);
    place.textContent = text;
    if (language) place.lang = language;
    else place.removeAttribute("lang");
  }
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
