// Answers of the round before: each is confirmed by a button, or by answering again. What is confirmed loses its note.

export class Carried {
  #keys; #articles;

  constructor(keys, articles) {
    this.#keys = new Set(keys);
    this.#articles = articles;
  }

  has(key) {
    return this.#keys.has(key);
  }

  // The questions on this page that are asked and still to be confirmed, in order.
  get here() {
    return [...this.#articles.values()].filter((article) => !article.hidden && this.has(article.dataset.key));
  }

  settle(key) {
    if (!this.#keys.delete(key)) return;
    const article = this.#articles.get(key);
    const hadFocus = article?.querySelector(".carried-note")?.contains(document.activeElement);
    article?.querySelector(".carried-note")?.remove();
    if (hadFocus) article.focus();
  }

  // The card above the questions counts what is left, and goes with the last of them.
  showSection() {
    const card = document.getElementById("carried-section");
    if (card && this.here.length === 0) {
      const hadFocus = card.contains(document.activeElement);
      card.remove();
      if (hadFocus) document.querySelector("#questions article.q:not([hidden])")?.focus();
    }
  }
}
