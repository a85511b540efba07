// What is left to do, at the foot: asked for again when it is in sight and all answers have been sent.

const PAUSE = 800;

export function refreshClosing(form, outbox) {
  const place = document.getElementById("closing");
  let isStale = false;
  let isInSight = false;
  let timer = null;

  const plan = () => {
    clearTimeout(timer);
    if (isStale && isInSight && !outbox.count) timer = setTimeout(ask, PAUSE);
  };

  async function ask() {
    const response = await fetch(form.dataset.closing).catch(() => null);
    if (!response?.ok) return;
    isStale = false;
    document.getElementById("closing-lines").innerHTML = await response.text();
  }

  form.addEventListener("settled", () => {
    isStale = true;
    plan();
  });
  new IntersectionObserver(([entry]) => {
    isInSight = entry.isIntersecting;
    plan();
  }).observe(place);
}
