// Shows and hides questions, and keeps the counts and the time left in step with the answers given so far.

import { visibleQuestions } from "./conditions.js";
import { announce, counted } from "./status.js";

export class Asked {
  #page; #answers; #carried; #questions; #articles; #own;

  // `own` are answers that count where `answers` has none: at an interview, those of the enterprise itself.
  constructor(page, answers, carried, articles, own = new Map()) {
    this.#own = own;
    this.#page = page;
    this.#answers = answers;
    this.#carried = carried;
    this.#articles = articles;
    this.#questions = page.sections.flatMap((section) => section.questions);
  }

  refresh() {
    const shown = visibleQuestions(this.#questions, this.#standing, this.#page.constants);
    this.#showQuestions(shown);
    this.#showCounts(shown);
  }

  get #standing() {
    return { get: (key) => this.#answers.get(key) ?? this.#own.get(key) };
  }

  #showQuestions(shown) {
    let appeared = 0;
    let gone = 0;
    for (const [key, article] of this.#articles) {
      const isHidden = !shown.has(key);
      if (article.hidden === isHidden) continue;
      article.hidden = isHidden;
      if (isHidden) gone += 1;
      else appeared += 1;
    }
    const none = document.getElementById("none-asked");
    if (none) none.hidden = [...this.#articles.values()].some((article) => !article.hidden);
    if (appeared) announce(counted(this.#page.texts, "shown", appeared));
    if (gone) announce(counted(this.#page.texts, "hidden", gone));
  }

  #showCounts(shown) {
    let done = 0;
    let total = 0;
    for (const section of this.#page.sections) {
      const asked = section.questions.filter((question) => shown.has(question.key));
      const toConfirm = asked.filter((question) => this.#carried.has(question.key)).length;
      const answered = asked.filter(({ key }) => this.#answers.get(key) && !this.#carried.has(key)).length;
      done += answered;
      total += asked.length;
      this.#showSection(section.key, answered, asked.length, toConfirm);
    }
    this.#carried.showSection();
    const minutes = Math.ceil(((total - done) * this.#page.seconds) / 60);
    const texts = this.#page.texts;
    document.getElementById("minutes-left").textContent = minutes ? counted(texts, "minutes", minutes) : texts.minutes_none;
    const bar = document.getElementById("overall");
    bar.max = Math.max(total, 1);
    bar.value = done;
  }

  #showSection(key, done, total, toConfirm) {
    const count = document.querySelector(`.rail [data-section="${key}"]`);
    const texts = this.#page.texts;
    const text = total === 0 ? texts.answered_none : toConfirm ? texts.answered_carried : texts.answered;
    const fill = (words) => words.replace("{done}", done).replace("{total}", total).replace("{count}", toConfirm);
    const said = fill(text);
    const short = total === 0 ? "–" : done === total ? "✓" : `${done} / ${total}`;
    count.firstElementChild.textContent = toConfirm ? fill(texts.to_confirm) : short;
    count.lastElementChild.textContent = said;
    const here = document.querySelector(`[data-progress-of="${key}"]`);
    if (here) here.textContent = said;
  }
}
