// Optional: every page is complete without it.

// A print button shows only where it can work.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The menu of readers closes on Escape and on a press elsewhere.
for (const menu of document.querySelectorAll("details.reader")) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// A note closes when the focus goes on to something else, so that it never covers what has the focus.
addEventListener("focusin", (event) => {
  const note = document.querySelector(":popover-open");
  if (note && !note.contains(event.target) && event.target.getAttribute("popovertarget") !== note.id) note.hidePopover();
});

// Where style cannot open a fold, what only a phone folds is open at once, and every fold opens for paper.
if (!CSS.supports("selector(::details-content)")) {
  const open = (folds) => document.querySelectorAll(folds).forEach((fold) => { fold.open = true; });
  open(".fold.narrow");
  addEventListener("beforeprint", () => open(".fold"));
}

// A copy button copies, or selects where the browser does not let it; what was done is said beside it.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { copy, copied, selected } = button.dataset;
    const words = document.getElementById(copy);
    let done = copied;
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
    } catch {
      getSelection().selectAllChildren(words);
      done = selected;
    }
    document.querySelector(`[data-says="${copy}"]`).textContent = done;
  });
}
