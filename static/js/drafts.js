// What was begun and is no answer yet: some rows of a table, one of two counts. It stays in this browser until it is.

import { Store } from "./store.js";

export class Drafts {
  #store;

  constructor(assessment) {
    this.#store = new Store(assessment, "begun");
  }

  // `draft` is {value, done, total}, or null where nothing is begun.
  keep(key, draft) {
    this.#store.save(key, draft ? [draft] : []);
  }

  of(key) {
    return this.#store.load(key)[0] ?? null;
  }
}
