// Leaving the page: first send what is unsent, warn only if that fails. Going on also stops at what is still open.

const PATIENCE = 4000;

const WRONG = "article.q:not([hidden], [data-open]):has(.invalid-feedback:not(:empty))";

// `pointOut` marks the questions that must not be passed over, and returns the first of them, or nothing.
export function guardLeaving(form, outbox, { commit, pointOut, stay }) {
  const go = async (url, isForward = false) => {
    commit();
    const isSent = await outbox.settle(PATIENCE);
    const stop = document.querySelector(WRONG) ?? (isForward ? pointOut() : undefined);
    if (stop) stop.focus();
    else if (isSent) location.assign(url);
    else stay();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const pressed = event.submitter;
    if (pressed?.dataset.url) go(pressed.dataset.url, pressed.value === "next");
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
