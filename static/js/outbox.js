// Sends answers one after another and forgets each only when the server has acknowledged it. Every attempt carries the
// same device and sequence number as before, so that sending twice saves once. Per question at most two answers wait:
// the one that may already have arrived, and the latest.

import { sameAnswer } from "./fields.js";

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;
const GIVE_UP = 25000;

function makeDevice() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  #store; #url; #release; #token; #events; #more;
  #device = makeDevice();
  #sequence = 0;
  #pause = FIRST_PAUSE;
  #timer = null;
  #working = null;
  #closed = false;

  // `more` goes along with every answer: on some pages, who opened the page.
  constructor({ store, url, release, token, events, more = {} }) {
    this.#store = store;
    this.#url = url;
    this.#release = release;
    this.#token = token;
    this.#events = events;
    this.#more = more;
    addEventListener("online", () => this.flush());
    addEventListener("focus", () => { if (this.#timer) this.flush(); });
    addEventListener("pagehide", () => this.#sendBeforeLeaving());
  }

  get count() {
    return this.#store.keys().length;
  }

  unsent(key) {
    return this.#store.load(key).at(-1)?.answer;
  }

  has(key) {
    return this.#store.load(key).length > 0;
  }

  put(key, answer, base) {
    const waiting = this.#store.load(key).filter((item) => item.tried);
    this.#sequence += 1;
    const item = { answer, base, device: this.#device, seq: this.#sequence, tried: false };
    this.#store.save(key, [...waiting.slice(0, 1), item]);
    this.flush();
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#working && !this.#closed) {
      this.#working = this.#work().finally(() => { this.#working = null; });
    }
    return this.#working ?? Promise.resolve();
  }

  // Waits until nothing is left to send, at most `limit` milliseconds. Says whether all was sent.
  async settle(limit) {
    const end = Date.now() + limit;
    while (this.count && Date.now() < end && !this.#closed && navigator.onLine) {
      await Promise.race([this.flush(), new Promise((done) => setTimeout(done, 150))]);
    }
    return this.count === 0;
  }

  async #work() {
    let keys = this.#store.keys();
    while (keys.length && !this.#closed) {
      for (const key of keys) {
        if (!(await this.#deliver(key))) return;
      }
      keys = this.#store.keys();
    }
  }

  #body({ answer, base, device, seq }) {
    const content = answer === null ? { state: "withdrawn" }
      : answer.state === "answered" ? { value: answer.value } : { state: answer.state };
    const reason = answer?.reason === undefined ? {} : { reason: answer.reason };
    return JSON.stringify({ ...content, ...reason, ...this.#more, base_version: base, device, seq, release: this.#release });
  }

  #request(key, item, options) {
    return fetch(`${this.#url}${key}/`, {
      method: "PUT",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.#token },
      body: this.#body(item),
      ...options,
    });
  }

  // Says whether the next question may be tried at once.
  async #deliver(key) {
    const item = this.#store.load(key)[0];
    if (!item) return true;
    item.tried = true;
    this.#replace(key, item, item);
    let response;
    try {
      response = await this.#request(key, item, { signal: AbortSignal.timeout(GIVE_UP) });
    } catch {
      return this.#later(navigator.onLine ? "retrying" : "offline");
    }
    return this.#receive(key, item, response);
  }

  async #receive(key, item, response) {
    const reply = await response.json().catch(() => ({}));
    if (response.redirected) return this.#later("signed_out");
    if (response.ok && reply.version) return this.#acknowledged(key, item, reply);
    if (response.status === 409) return this.#conflict(key, item, reply);
    if (response.status === 422 && reply.code === "sequence_reused") {
      this.#device = makeDevice();
      this.#replace(key, item, { ...item, device: this.#device });
      return true;
    }
    if (response.status === 422 || response.status === 413) return this.#refused(key, item, reply);
    if (response.status === 423) return this.#ended("submitted");
    if (response.status === 404) return this.#ended("lost");
    if (response.status === 401) return this.#later(reply.code ?? "signed_out");
    if (response.status === 403 && (await this.#renewToken())) return true;
    return this.#later(response.status === 503 ? "full" : "retrying", Number(response.headers.get("Retry-After")));
  }

  #acknowledged(key, item, reply) {
    this.#pause = FIRST_PAUSE;
    this.#drop(key, item, reply.version);
    this.#events.saved(key, reply.version, reply.saved_at, reply);
    return true;
  }

  async #conflict(key, item, reply) {
    const theirs = { state: reply.state, value: reply.value, reason: reply.reason };
    const mine = this.unsent(key);
    if (sameAnswer(theirs, item.answer) || sameAnswer(theirs, mine)) {
      this.#drop(key, item, reply.version);
      if (sameAnswer(theirs, mine)) this.#store.save(key, []);
      this.#events.saved(key, reply.version, reply.at);
      return true;
    }
    const keepsMine = await this.#events.conflict(key, mine, theirs, reply);
    this.#store.save(key, []);
    this.#events.version(key, reply.version);
    if (keepsMine) this.put(key, this.#latest(key, mine), reply.version);
    return true;
  }

  #latest(key, mine) {
    return this.has(key) ? this.unsent(key) : mine;
  }

  #refused(key, item, reply) {
    this.#drop(key, item, item.base);
    if (!this.has(key)) this.#events.refused(key, reply.message ?? "");
    return true;
  }

  #ended(reason) {
    this.#closed = true;
    if (reason === "submitted") for (const key of this.#store.keys()) this.#store.save(key, []);
    this.#events.stopped(reason, this.count);
    return false;
  }

  #later(reason, seconds = 0) {
    const pause = Math.max(seconds * 1000, this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    this.#timer = setTimeout(() => this.flush(), pause);
    this.#events.waiting(reason, this.count);
    return false;
  }

  #drop(key, item, version) {
    const rest = this.#store.load(key).filter((each) => each.seq !== item.seq || each.device !== item.device);
    if (rest.length) rest[0].base = version;
    this.#store.save(key, rest);
  }

  #replace(key, item, by) {
    const items = this.#store.load(key);
    const place = items.findIndex((each) => each.seq === item.seq && each.device === item.device);
    if (place >= 0) items[place] = by;
    this.#store.save(key, items);
  }

  // The token changes when somebody signs in in another tab; a fresh page holds the new one.
  async #renewToken() {
    const old = this.#token;
    try {
      const text = await (await fetch(location.href, { credentials: "same-origin" })).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      this.#token = page.querySelector("#questions [name=csrfmiddlewaretoken]")?.value ?? old;
    } catch {
      return false;
    }
    const isNew = this.#token !== old && !this.renewed;
    this.renewed = true;
    setTimeout(() => { this.renewed = false; }, LONGEST_PAUSE);
    return isNew;
  }

  #sendBeforeLeaving() {
    for (const key of this.#store.keys()) {
      const item = this.#store.load(key)[0];
      this.#replace(key, item, { ...item, tried: true });
      this.#request(key, item, { keepalive: true }).catch(() => undefined);
    }
  }
}
