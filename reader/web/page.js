"use strict";
// Keys are for the screen from the beginning, and again after a click beside it or a return to the page.
addEventListener("load", () => {
  const focus = () => {
    if (!document.body.classList.contains("-closed")) document.querySelector(".xterm-helper-textarea")?.focus();
  };
  focus();
  addEventListener("focus", focus);
  addEventListener("pointerup", focus);
  new MutationObserver(() => {
    if (document.body.classList.contains("-closed")) document.querySelector(".ended a").focus();
  }).observe(document.body, { attributeFilter: ["class"] });
});
