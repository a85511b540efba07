// A page asked for by POST, of which a part takes the place of the same part here. Where the answer makes no sense, the
// browser sends the form as it would without a script.

export async function fetchedPage(form, submitter) {
  const body = new FormData(form);
  if (submitter?.name) body.set(submitter.name, submitter.value);
  const answer = await fetch(form.action, { method: "POST", body });
  return { page: new DOMParser().parseFromString(await answer.text(), "text/html"), status: answer.status, url: answer.url };
}

export function sendWhole(form, submitter) {
  form.dataset.whole = "yes";
  form.requestSubmit(submitter?.form === form ? submitter : undefined);
}

// What stands above the content is told to those who do not see it.
export function said(page) {
  const notes = [...page.querySelectorAll(".studio > .alert[role=status], .studio .error-summary h2, .studio .error-summary h2 ~ p")];
  return notes.map((note) => note.textContent.trim()).join(" ");
}

// The summary of what is wrong takes the focus when the page comes.
export function focusSummary(root = document) {
  root.querySelector("[data-takes-focus]")?.focus();
}
