// The answering page: every answer is saved by itself, questions come and go, counts stay true.

import { Asked } from "./asked.js";
import { Carried } from "./carried.js";
import { askWhich } from "./conflict.js";
import { Drafts } from "./drafts.js";
import {
  describe, isWorthSending, languageOf, legendOf, questionOf, readAnswer, readDraft, sameAnswer, settleContradictions, showProblem,
  showShare, writeAnswer,
} from "./fields.js";
import { listenToKeys } from "./keyboard.js";
import { addClearButtons } from "./clear.js";
import { guardLeaving } from "./leaving.js";
import { Outbox } from "./outbox.js";
import { showCurrentSection } from "./rail.js";
import { inWords, withReason, writeReason } from "./reason.js";
import { announce, clock, counted, show, showBanner } from "./status.js";
import { StillOpen } from "./still_open.js";
import { Store } from "./store.js";

const TYPING_PAUSE = 900;

export const form = document.getElementById("questions");
const page = JSON.parse(document.getElementById("questionnaire").textContent);
const given = JSON.parse(document.getElementById("given").textContent);
export const texts = page.texts;
export const articles = new Map([...form.querySelectorAll("article.q")].map((article) => [article.dataset.key, article]));
export const answers = new Map(Object.entries(given.answers));
export const own = new Map(Object.entries(given.own ?? {}));
page.constants = given.constants;

// What stands in the fields of this page, taken-back answers with a reason among them.
const known = new Map();
for (const [key, article] of articles) known.set(key, withReason(article, answers.get(key) ?? null));

const name = form.dataset.store ?? form.dataset.assessment;
const drafts = new Drafts(name);
const stillOpen = new StillOpen(articles, answers, texts);
const carried = new Carried(given.carried, articles);
const asked = new Asked(page, answers, carried, articles, own);
export const outbox = new Outbox({
  store: new Store(name),
  url: form.dataset.answers,
  release: form.dataset.release,
  token: form.querySelector("[name=csrfmiddlewaretoken]").value,
  more: form.dataset.person ? { person: form.dataset.person } : {},
  events: { saved, version: setVersion, conflict, refused, waiting, stopped },
});

function remember(key, answer) {
  known.set(key, answer);
  if (answer && answer.state !== "withdrawn") answers.set(key, answer);
  else answers.delete(key);
}

function refresh() {
  asked.refresh();
  form.dispatchEvent(new CustomEvent("settled"));
}

function setVersion(key, version) {
  const article = articles.get(key);
  if (!article) return;
  article.dataset.version = version;
  article.querySelector(`[name="q.${key}.version"]`).value = version;
}

// A message stays until the server has accepted better: taking it away earlier would move the button being pressed.
function saved(key, version, savedAt, reply = {}) {
  setVersion(key, version);
  if (reply.constants) {
    page.constants = reply.constants;
    asked.refresh();
  }
  form.dispatchEvent(new CustomEvent("settled"));
  if (articles.has(key) && !outbox.has(key)) showProblem(articles.get(key), "");
  if (outbox.count) return;
  const text = texts.saved.replace("{time}", clock(savedAt));
  show(text, "saved");
  announce(text);
  showBanner("");
}

async function conflict(key, mine, theirs, reply) {
  const article = articles.get(key);
  const keepsMine = await askWhich({
    question: article ? legendOf(article) : key,
    who: reply.at ? texts.changed_at.replace("{who}", reply.by).replace("{time}", clock(reply.at)) : reply.by,
    theirs: inWords(reply.text, reply.reason),
    mine: article ? inWords(describe(article, mine, texts.nothing), mine?.reason) : String(mine?.value ?? texts.nothing),
    language: article ? languageOf(article) : "",
  });
  if (!keepsMine) take(key, theirs);
  return keepsMine;
}

function take(key, answer) {
  remember(key, answer);
  const article = articles.get(key);
  if (article) writeAnswer(article, answers.get(key) ?? null);
  if (article) writeReason(article, answer);
  carried.settle(key);
  refresh();
  show(texts.automatic, "idle");
}

function refused(key, message) {
  const article = articles.get(key);
  if (article) showProblem(article, message);
  remember(key, null);
  refresh();
  show(texts.refused, "problem");
  announce(`${texts.refused} ${message}`);
}

function waiting(reason, count) {
  const isShut = reason === "signed_out" || reason === "other_person";
  const again = document.getElementById("sign-in-again");
  if (again) again.hidden = !isShut;
  if (texts[`${reason}_one`]) showBanner(counted(texts, reason, count));
  else if (reason === "full") showBanner(texts.full);
  show(texts.retrying, "problem");
  announce(texts.retrying);
}

function stopped(reason, count) {
  showBanner(reason === "submitted" ? texts.submitted : counted(texts, "lost", count));
  show(texts.refused, "problem");
}

// What is only begun counts as not answered: an answer that stood there before is taken back. The same answer again
// confirms what stood in the round before.
export function commit(article) {
  const key = article.dataset.key;
  const answer = withReason(article, readAnswer(article) ?? null);
  const draft = readDraft(article);
  drafts.keep(key, draft);
  stillOpen.showBegun(article, draft);
  if (sameAnswer(answer, known.get(key)) && !carried.has(key)) {
    if (!outbox.has(key)) showProblem(article, "");
    return;
  }
  remember(key, answer);
  carried.settle(key);
  show(texts.saving, "busy");
  outbox.put(key, answer, Number(article.dataset.version));
  refresh();
}

// “Still true” of one question, or of all that this page still has from the round before.
form.addEventListener("submit", (event) => {
  const pressed = event.submitter;
  if (pressed?.name !== "still") return;
  commitTyped();
  const confirmed = carried.here.filter((article) => ["*", article.dataset.key].includes(pressed.value));
  for (const article of confirmed) commit(article);
});

const typing = new Map();

export function commitSoon(article) {
  clearTimeout(typing.get(article));
  typing.set(article, setTimeout(() => {
    typing.delete(article);
    if (isWorthSending(article)) commit(article);
  }, TYPING_PAUSE));
}

export function commitNow(article) {
  clearTimeout(typing.get(article));
  typing.delete(article);
  commit(article);
}

function commitTyped() {
  for (const [article, timer] of typing) {
    clearTimeout(timer);
    commit(article);
  }
  typing.clear();
}

form.addEventListener("input", (event) => {
  const article = questionOf(event.target);
  if (!article) return;
  settleContradictions(article, event.target);
  showShare(article, texts.worked);
  if (event.target.matches(".form-control")) commitSoon(article);
});

form.addEventListener("change", (event) => {
  const article = questionOf(event.target);
  if (!article) return;
  settleContradictions(article, event.target);
  commitNow(article);
});

addEventListener("offline", () => showBanner(outbox.count ? counted(texts, "offline", outbox.count) : texts.offline));
addEventListener("online", () => { if (!outbox.count) showBanner(""); });

// Answers that an earlier visit could not send, or did not finish, stand in their fields again.
for (const [key, article] of articles) {
  if (outbox.has(key)) {
    const answer = outbox.unsent(key);
    remember(key, answer);
    writeAnswer(article, answers.get(key) ?? null);
    writeReason(article, answer);
    carried.settle(key);
  }
  const draft = answers.has(key) ? null : drafts.of(key);
  if (draft) writeAnswer(article, { state: "answered", value: draft.value });
  else drafts.keep(key, null);
  stillOpen.showBegun(article, draft);
  showShare(article, texts.worked);
}

addClearButtons(articles, texts.clear, commit);
showCurrentSection();
listenToKeys(form);
guardLeaving(form, outbox, {
  commit: commitTyped,
  pointOut: () => stillOpen.pointOut(),
  stay: () => showBanner(counted(texts, "offline", outbox.count)),
});
refresh();
show(texts.automatic, "idle");
if (outbox.count) outbox.flush();
