// Questions that must not be passed over unseen: required ones without an answer, and those begun but not finished.

import { readDraft, showProblem } from "./fields.js";
import { announce } from "./status.js";

export class StillOpen {
  #articles; #answers; #texts;

  constructor(articles, answers, texts) {
    this.#articles = articles;
    this.#answers = answers;
    this.#texts = texts;
  }

  // How far a question has come that is begun and not finished; `draft` is null for any other.
  showBegun(article, draft) {
    const place = article.querySelector(".rows-open");
    if (!place) return;
    const text = draft ? this.#filled(this.#texts.rows_begun, draft) : "";
    if (text && text !== place.textContent) announce(text);
    place.textContent = text;
  }

  // A required question stops every time, one that is only begun stops once: after that it may be left for later.
  pointOut() {
    const found = [...this.#articles.values()].filter((article) => !article.hidden && this.#mark(article));
    if (found.length) announce(found[0].querySelector(".invalid-feedback").textContent);
    return found[0];
  }

  #mark(article) {
    const message = this.#message(article);
    if (!message) return false;
    showProblem(article, message);
    article.dataset.open = "";
    return true;
  }

  #message(article) {
    const draft = readDraft(article);
    const isRequired = "required" in article.dataset;
    if (draft && (isRequired || !("warned" in article.dataset))) {
      article.dataset.warned = "";
      return this.#filled(article.dataset.kind === "table" ? this.#texts.rows_stop : this.#texts.counts_stop, draft);
    }
    return isRequired && !draft && !this.#answers.has(article.dataset.key) ? this.#texts.required : "";
  }

  #filled(text, { done, total }) {
    return text.replace("{done}", String(done)).replace("{total}", String(total));
  }
}
