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
import { guardLeaving } from "./leaving.js";
import { Outbox } from "./outbox.js";
import { showCurrentSection } from "./rail.js";
import { announce, clock, counted, show, showBanner } from "./status.js";
import { StillOpen } from "./still_open.js";
import { Store } from "./store.js";

const TYPING_PAUSE = 900;

const form = document.getElementById("questions");
const page = JSON.parse(document.getElementById("questionnaire").textContent);
const given = JSON.parse(document.getElementById("given").textContent);
const texts = page.texts;
const articles = new Map([...form.querySelectorAll("article.q")].map((article) => [article.dataset.key, article]));
const answers = new Map(Object.entries(given.answers));
page.constants = given.constants;

const drafts = new Drafts(form.dataset.assessment);
const stillOpen = new StillOpen(articles, answers, texts);
const carried = new Carried(given.carried, articles);
const asked = new Asked(page, answers, carried, articles);
const outbox = new Outbox({
  store: new Store(form.dataset.assessment),
  url: form.dataset.answers,
  release: form.dataset.release,
  token: form.querySelector("[name=csrfmiddlewaretoken]").value,
  events: { saved, version: setVersion, conflict, refused, waiting, stopped },
});

function setVersion(key, version) {
  const article = articles.get(key);
  if (!article) return;
  article.dataset.version = version;
  article.querySelector(`[name="q.${key}.version"]`).value = version;
}

// A message stays until the server has accepted better: taking it away earlier would move the button being pressed.
function saved(key, version, savedAt) {
  setVersion(key, version);
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
    theirs: reply.text,
    mine: article ? describe(article, mine, texts.nothing) : String(mine?.value ?? texts.nothing),
    language: article ? languageOf(article) : "",
  });
  if (!keepsMine) take(key, theirs.state === "withdrawn" ? null : theirs);
  return keepsMine;
}

function take(key, answer) {
  if (answer) answers.set(key, answer);
  else answers.delete(key);
  const article = articles.get(key);
  if (article) writeAnswer(article, answer);
  carried.settle(key);
  asked.refresh();
  show(texts.automatic, "idle");
}

function refused(key, message) {
  const article = articles.get(key);
  if (article) showProblem(article, message);
  answers.delete(key);
  asked.refresh();
  show(texts.refused, "problem");
  announce(`${texts.refused} ${message}`);
}

function waiting(reason, count) {
  if (reason === "offline") showBanner(counted(texts, "offline", count));
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
function commit(article) {
  const key = article.dataset.key;
  const answer = readAnswer(article) ?? null;
  const draft = readDraft(article);
  drafts.keep(key, draft);
  stillOpen.showBegun(article, draft);
  if (sameAnswer(answer, answers.get(key) ?? null) && !carried.has(key)) {
    if (!outbox.has(key)) showProblem(article, "");
    return;
  }
  if (answer) answers.set(key, answer);
  else answers.delete(key);
  carried.settle(key);
  show(texts.saving, "busy");
  outbox.put(key, answer, Number(article.dataset.version));
  asked.refresh();
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
  if (!event.target.matches(".form-control")) return;
  clearTimeout(typing.get(article));
  typing.set(article, setTimeout(() => {
    typing.delete(article);
    if (isWorthSending(article)) commit(article);
  }, TYPING_PAUSE));
});

form.addEventListener("change", (event) => {
  const article = questionOf(event.target);
  if (!article) return;
  clearTimeout(typing.get(article));
  typing.delete(article);
  settleContradictions(article, event.target);
  commit(article);
});

addEventListener("offline", () => showBanner(outbox.count ? counted(texts, "offline", outbox.count) : texts.offline));
addEventListener("online", () => { if (!outbox.count) showBanner(""); });

// Answers that an earlier visit could not send, or did not finish, stand in their fields again.
for (const [key, article] of articles) {
  if (outbox.has(key)) {
    const answer = outbox.unsent(key);
    if (answer) answers.set(key, answer);
    else answers.delete(key);
    writeAnswer(article, answer);
    carried.settle(key);
  }
  const draft = answers.has(key) ? null : drafts.of(key);
  if (draft) writeAnswer(article, { state: "answered", value: draft.value });
  else drafts.keep(key, null);
  stillOpen.showBegun(article, draft);
  showShare(article, texts.worked);
}

// A radio button cannot be unticked; this takes the answer back.
for (const article of articles.values()) {
  if (!article.querySelector("input[type=radio]")) continue;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "clear", textContent: texts.clear });
  button.addEventListener("click", () => {
    writeAnswer(article, null);
    commit(article);
    article.querySelector("input[type=radio]").focus();
  });
  article.querySelector("fieldset").append(button);
}

showCurrentSection();
listenToKeys(form);
guardLeaving(form, outbox, {
  commit: commitTyped,
  pointOut: () => stillOpen.pointOut(),
  stay: () => showBanner(counted(texts, "offline", outbox.count)),
});
asked.refresh();
show(texts.automatic, "idle");
if (outbox.count) outbox.flush();
