// Unsent answers, kept in this browser until the server has acknowledged them; `kind` tells other things to keep from
// them. The name holds the assessment, so answers of one are never seen by another. Where the browser keeps nothing, this page keeps them while it is open.

export class Store {
  #prefix;
  #memory = new Map();

  constructor(assessment, kind = "unsent") {
    this.#prefix = `fourfold.${kind}.${assessment}.`;
  }

  keys() {
    const kept = [...this.#memory.keys()];
    try {
      for (let place = 0; place < localStorage.length; place += 1) {
        const name = localStorage.key(place);
        if (name.startsWith(this.#prefix)) kept.push(name.slice(this.#prefix.length));
      }
    } catch {
      return kept;
    }
    return [...new Set(kept)].sort();
  }

  load(key) {
    try {
      const text = localStorage.getItem(this.#prefix + key);
      if (text) return JSON.parse(text);
    } catch {
      return this.#memory.get(key) ?? [];
    }
    return this.#memory.get(key) ?? [];
  }

  save(key, items) {
    this.#memory.delete(key);
    try {
      if (items.length) localStorage.setItem(this.#prefix + key, JSON.stringify(items));
      else localStorage.removeItem(this.#prefix + key);
    } catch {
      if (items.length) this.#memory.set(key, items);
    }
  }
}
