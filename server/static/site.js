// What a script adds to pages that work without one: copying, and the tie between words and facts.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "✓";
  });
}

const named = (one) => one.dataset.phrases ? one.dataset.phrases.split(" ") : [one.dataset.phrase];
const marks = [...document.querySelectorAll("mark[data-phrases]")];
const phrases = [...document.querySelectorAll("[data-phrase]")];

function light(names) {
  for (const one of [...marks, ...phrases]) one.classList.toggle("lit", named(one).some((name) => names.includes(name)));
}

for (const one of [...marks, ...phrases]) {
  one.addEventListener("mouseenter", () => light(named(one)));
  one.addEventListener("mouseleave", () => light([location.hash.slice(1)]));
  one.addEventListener("focusin", () => light(named(one)));
}
for (const mark of marks) {
  mark.addEventListener("click", () => {
    const innermost = named(mark).at(-1);
    for (const one of phrases) if (one.dataset.phrase === innermost) one.open = true;
  });
}
const follow = () => light([decodeURIComponent(location.hash.slice(1))]);
if (marks.length) {
  addEventListener("hashchange", follow);
  follow();
}
