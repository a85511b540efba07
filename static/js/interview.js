// The page of an interview: on top of answering, both sides of each answer, and what stands beside it.

import { refreshClosing } from "./interview_closing.js";
import { listenToFiles } from "./interview_files.js";
import { Notes } from "./interview_notes.js";
import { followSections } from "./interview_rail.js";
import { sameAnswer, writeAnswer } from "./fields.js";
import { answers, articles, commitNow, commitSoon, form, outbox, own, texts } from "./questionnaire.js";
import { reasonField } from "./reason.js";

const bare = (answer) => answer && { state: answer.state, value: answer.value };

// Says at once where the reason is missing, and hides “the same” where it is.
function showSides() {
  for (const [key, article] of articles) {
    const beside = article.nextElementSibling;
    const verified = bare(answers.get(key));
    const isSame = own.has(key) && sameAnswer(verified, own.get(key));
    const lacks = own.has(key) && verified && !isSame && !reasonField(article).value.trim();
    const place = document.getElementById(`m-${key}`);
    if (lacks && !place.textContent) beside.querySelector(".beside-more").open = true;
    place.textContent = lacks ? texts.reason_missing : "";
    const button = beside.querySelector("[name=same]");
    if (isSame && document.activeElement === button) article.focus();
    button.hidden = isSame;
  }
}

form.addEventListener("settled", showSides);
showSides();

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=same]");
  if (!button) return;
  event.preventDefault();
  const article = articles.get(button.value);
  writeAnswer(article, own.get(button.value));
  commitNow(article);
});

for (const [kind, act] of [["input", commitSoon], ["change", commitNow]]) {
  form.addEventListener(kind, (event) => {
    if (event.target.dataset.beside !== "reason") return;
    act(articles.get(event.target.closest(".beside").dataset.for));
  });
}

const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;
new Notes(form, texts, token);
listenToFiles(form, texts, token);
followSections();
refreshClosing(form, outbox);
