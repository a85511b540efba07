// What is left to do, at the foot: asked for again after every answer that the server has acknowledged. One request at
// a time; what is saved meanwhile is asked for afterwards, so that the list never falls behind.

const SOON = 400;
const LATER = 1500;

export function refreshClosing(form, outbox) {
  const place = document.getElementById("closing");
  const lines = document.getElementById("closing-lines");
  const failed = document.getElementById("closing-failed");
  let isStale = false;
  let isAsking = false;
  let isInSight = false;
  let timer = null;

  function plan() {
    clearTimeout(timer);
    if (isStale && !isAsking && !outbox.count) timer = setTimeout(ask, isInSight ? SOON : LATER);
  }

  function become(stale) {
    isStale = stale;
    if (stale) lines.setAttribute("aria-busy", "true");
    else lines.removeAttribute("aria-busy");
  }

  async function ask() {
    isAsking = true;
    isStale = false;
    const text = await load(form.dataset.closing);
    isAsking = false;
    failed.hidden = text !== null;
    if (text !== null) write(text);
    become(isStale);
    plan();
  }

  function write(text) {
    const link = lines.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const isOpen = [...lines.querySelectorAll("details")].some((each) => each.open);
    lines.innerHTML = text;
    if (isOpen) for (const each of lines.querySelectorAll("details")) each.open = true;
    if (link) (lines.querySelector(`a[href="${link}"]`) ?? place).focus();
  }

  form.addEventListener("settled", () => {
    become(true);
    plan();
  });
  failed.querySelector("button").addEventListener("click", () => {
    place.focus();
    become(true);
    clearTimeout(timer);
    if (!isAsking) ask();
  });
  new IntersectionObserver(([entry]) => {
    isInSight = entry.isIntersecting;
    plan();
  }).observe(place);
}

// A page that asks to sign in is not the list.
async function load(url) {
  try {
    const response = await fetch(url);
    return response.ok && !response.redirected ? await response.text() : null;
  } catch {
    return null;
  }
}
