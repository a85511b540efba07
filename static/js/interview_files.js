// Evidence is added and removed beside its question, without leaving the page.

import { announce, show } from "./status.js";

const PAUSE = 2000;
const ATTEMPTS = 4;

// A server that is busy for a moment is asked again.
async function post(url, body, headers, attempt = 1) {
  const response = await fetch(url, { method: "POST", body, headers });
  if (response.status !== 503 || attempt === ATTEMPTS) return response;
  await new Promise((done) => setTimeout(done, PAUSE));
  return post(url, body, headers, attempt + 1);
}

export function listenToFiles(form, texts, token) {
  form.addEventListener("change", (event) => {
    if (event.target.dataset.beside !== "file" || !event.target.files.length) return;
    const key = event.target.closest(".beside").dataset.for;
    const body = new FormData();
    body.append("question_key", key);
    body.append("file", event.target.files[0]);
    complain(key, "");
    sending(key, texts.file_sending.replace("{name}", event.target.files[0].name));
    send(form.dataset.evidence, body, key).then((isKept) => finish(event.target, isKept));
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=remove]");
    if (!button) return;
    event.preventDefault();
    const beside = button.closest(".beside");
    send(button.dataset.url, new FormData(), beside.dataset.for).then(() => beside.querySelector("[data-beside=file]").focus());
  });

  async function send(url, body, key) {
    let response;
    try {
      response = await post(url, body, { "X-CSRFToken": token() });
    } catch {
      complain(key, texts.file_failed);
      return false;
    }
    if (!response.ok || response.redirected) {
      const reply = await response.json().catch(() => ({}));
      complain(key, reply.message ?? texts.file_failed);
      return false;
    }
    document.getElementById(`files-${key}`).innerHTML = await response.text();
    complain(key, "");
    return true;
  }

  function sending(key, text) {
    document.getElementById(`file-busy-${key}`).textContent = text;
    if (text) announce(text);
  }

  // A field that goes on showing a name looks as if the file had been kept.
  function finish(field, isKept) {
    field.value = "";
    if (isKept) return;
    field.setAttribute("aria-invalid", "true");
    show(texts.file_refused, "problem");
  }

  function complain(key, text) {
    sending(key, "");
    document.getElementById(`file-problem-${key}`).textContent = text;
    if (!text) document.getElementById(`file-${key}`).removeAttribute("aria-invalid");
  }
}
