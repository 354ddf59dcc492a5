"use strict";
// The filter: shows the findings of the severities ticked, of one stage, that hold every word typed.
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const stage = document.getElementById("stage");
  const text = document.getElementById("text");
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const plain = (words) =>
    words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2010\u2011]/g, "-").replace(/\s+/g, " ").toLowerCase();
  const groups = [...document.querySelectorAll(".group")];
  const entries = groups.flatMap((group) =>
    [...group.querySelectorAll(".finding")].map((item) => ({
      item,
      group,
      severity: item.dataset.severity,
      words: plain([...item.querySelectorAll("span, code, p, dd")].map((part) => part.textContent).join(" ")),
    })),
  );

  const show = () => {
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const words = plain(text.value).split(" ").filter(Boolean);
    let count = 0;
    for (const entry of entries) {
      const kept =
        severities.has(entry.severity) &&
        (!stage.value || entry.group.id === stage.value) &&
        words.every((word) => entry.words.includes(word));
      entry.item.hidden = !kept;
      count += kept ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
    none.hidden = count > 0;
    shown.textContent = shown.dataset.pattern.replace("[shown]", count).replace("[total]", entries.length);
  };

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  // a card leads to its stage, which the filter may be hiding
  for (const link of document.querySelectorAll(".stage a")) {
    link.addEventListener("click", () => {
      form.reset();
      show();
    });
  }
  show();
})();
