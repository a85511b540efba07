// The frame with what respondents see. Forms with unsaved content are sent as they stand; nothing is kept of them.

const PAUSE = 300;

document.documentElement.classList.add("ed-script");

function fit(frame) {
  const body = frame.contentDocument?.body;
  if (!body) return;
  frame.style.height = "0";
  frame.style.height = `${frame.contentDocument.documentElement.scrollHeight + 4}px`;
  const wide = frame.closest(".ed-preview")?.querySelector("[name=preview_width][value=desktop]")?.checked;
  frame.parentElement.style.height = wide ? `${Math.ceil(frame.offsetHeight * scaleOf(frame))}px` : "";
}

function scaleOf(frame) {
  return frame.getBoundingClientRect().width / frame.offsetWidth || 1;
}

// The page in the frame stays; only what it says is exchanged, so that nothing flickers.
function fill(frame, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const inner = frame.contentDocument;
  if (!inner?.body?.classList.contains("previewed")) return false;
  inner.documentElement.lang = page.documentElement.lang;
  inner.body.replaceChildren(...page.body.childNodes);
  fit(frame);
  return true;
}

export function startFrame(frame) {
  frame.addEventListener("load", () => fit(frame));
  new ResizeObserver(() => fit(frame)).observe(frame.parentElement);
  if (frame.contentDocument?.readyState === "complete") fit(frame);
  for (const radio of document.querySelectorAll("[name=preview_width]")) radio.addEventListener("change", () => fit(frame));
}

export function startPreview(form) {
  const frame = document.getElementById("preview");
  const status = document.getElementById("preview-said");
  let timer = 0;
  let asked = new AbortController();

  async function show() {
    asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(form.dataset.preview, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        signal: asked.signal,
      });
      const data = await answer.json();
      status.textContent = data.said ?? "";
      if (data.html) fill(frame, data.html);
      if (data.shares) document.getElementById("shares").innerHTML = data.shares;
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = status.dataset.failed ?? "";
    }
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };
  startFrame(frame);
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  return { show: soon };
}
