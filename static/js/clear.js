// A radio button cannot be unticked; this takes the answer back.

import { writeAnswer } from "./fields.js";

export function addClearButtons(articles, words, commit) {
  for (const article of articles.values()) {
    if (!article.querySelector("input[type=radio]")) continue;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "clear", textContent: words });
    button.addEventListener("click", () => {
      writeAnswer(article, null);
      commit(article);
      article.querySelector("input[type=radio]").focus();
    });
    article.querySelector("fieldset").append(button);
  }
}
