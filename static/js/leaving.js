// Leaving the page: first send what is unsent, warn only if that fails.

const PATIENCE = 4000;

export function guardLeaving(form, outbox, commit, stay) {
  const go = async (url) => {
    commit();
    const isSent = await outbox.settle(PATIENCE);
    const wrong = document.querySelector("article.q:not([hidden]) .invalid-feedback:not(:empty)");
    if (wrong) wrong.closest("article").focus();
    else if (isSent) location.assign(url);
    else stay();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.dataset.url) go(event.submitter.dataset.url);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const isPlain = link && link.origin === location.origin && !link.target && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || link.pathname === location.pathname || event.defaultPrevented || !outbox.count) return;
    event.preventDefault();
    go(link.href);
  });
  addEventListener("beforeunload", (event) => {
    if (outbox.count) event.preventDefault();
  });
}
