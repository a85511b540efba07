// Private notes save themselves. What could not be sent stays in this browser, under the name of this person at this
// assessment, and is sent with the next attempt.

import { announce, clock, show, showBanner } from "./status.js";
import { Store } from "./store.js";

const PAUSE = 1200;
const RETRY = 10000;

export class Notes {
  #form; #texts; #token; #store;
  #timers = new Map();

  constructor(form, texts, token) {
    this.#form = form;
    this.#texts = texts;
    this.#token = token;
    this.#store = new Store(form.dataset.store, "note");
    for (const key of this.#store.keys()) this.#restore(key);
    form.addEventListener("input", (event) => this.#changed(event, PAUSE));
    form.addEventListener("change", (event) => this.#changed(event, 0));
    addEventListener("online", () => this.#sendAll());
    addEventListener("focus", () => this.#sendAll());
    this.#sendAll();
  }

  #field(key) {
    return document.getElementById(`note-${key}`);
  }

  #before(key) {
    return this.#field(key).parentElement.querySelector("[type=hidden]");
  }

  #restore(key) {
    const kept = this.#store.load(key)[0];
    if (!kept || !this.#field(key)) return;
    this.#field(key).value = kept.text;
    this.#before(key).value = kept.before;
  }

  #changed(event, pause) {
    if (event.target.dataset.beside !== "note") return;
    const key = event.target.closest(".beside").dataset.for;
    const text = event.target.value.trim();
    const before = this.#before(key).value;
    this.#store.save(key, text === before ? [] : [{ text, before }]);
    clearTimeout(this.#timers.get(key));
    if (text !== before) this.#timers.set(key, setTimeout(() => this.#send(key), pause));
  }

  #sendAll() {
    for (const key of this.#store.keys()) if (this.#field(key)) this.#send(key);
  }

  async #send(key) {
    const [kept] = this.#store.load(key);
    if (!kept) return;
    let response;
    try {
      response = await fetch(`${this.#form.dataset.notes}${key}/`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.#token() },
        body: JSON.stringify({ ...kept, person: this.#form.dataset.person }),
      });
    } catch {
      return this.#later(key);
    }
    const reply = await response.json().catch(() => ({}));
    if (response.redirected) return this.#later(key);
    if (response.ok) return this.#kept(key, kept, reply);
    if (response.status === 422) return this.#say(key, reply.message);
    if (response.status >= 500 || response.status === 401) return this.#later(key);
    show(this.#texts.refused, "problem");
    this.#say(key, reply.message ?? this.#texts.retrying);
  }

  #kept(key, sent, reply) {
    const [now] = this.#store.load(key);
    const isSettled = now && now.text === sent.text;
    this.#before(key).value = reply.text;
    this.#store.save(key, isSettled ? [] : now ? [{ text: now.text, before: reply.text }] : []);
    if (isSettled) this.#field(key).value = reply.text;
    else if (now) this.#later(key, PAUSE);
    this.#say(key, reply.merged ? this.#texts.note_merged : "");
    const text = this.#texts.note_saved.replace("{time}", clock(reply.saved_at));
    show(text, "saved");
    announce(text);
  }

  #later(key, pause = RETRY) {
    if (pause === RETRY) {
      show(this.#texts.retrying, "problem");
      if (!navigator.onLine) showBanner(this.#texts.offline);
    }
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => this.#send(key), pause));
  }

  #say(key, text) {
    document.getElementById(`p-beside-${key}`).textContent = text;
  }
}
