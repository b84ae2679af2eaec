// One keystroke for each act at the desk: a key presses the button, or follows the link, that declares it with data-key.
// Without this script every act is a plain form or link.
// It also marks all findings of a list at once, and says of a form that takes long that it is at work.

const wired = new Map<string, HTMLElement>();
for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
  const key = element.dataset.key;
  if (key && !wired.has(key)) wired.set(key, element);
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

let done = false;
let sent = new WeakSet<HTMLFormElement>();

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target)) return;
  const element = wired.get(event.key.toLowerCase());
  if (!element || done) return;
  event.preventDefault();
  done = true;
  element.click();
});

// A page brought back by the browser's own back button is fresh again.
window.addEventListener("pageshow", () => {
  done = false;
  sent = new WeakSet();
});

// A second press while the first is on its way sends nothing.
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (!sent.has(form)) return void sent.add(form);
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-marks]")) {
  const all = form.querySelector<HTMLButtonElement>("[data-mark-all]");
  const boxes = form.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  if (!all) continue;
  all.hidden = false;
  all.addEventListener("click", () => {
    const marked = [...boxes].every((box) => box.checked);
    for (const box of boxes) box.checked = !marked;
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const said = document.createElement("p");
    said.className = "note";
    said.setAttribute("role", "status");
    said.textContent = form.dataset.busy ?? "";
    form.append(said);
  });
}
