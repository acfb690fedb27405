// The choices of a reader, which are remembered: the theme and the layout of two languages. It runs before the page is drawn.
(() => {
  "use strict";
  const page = document.documentElement;
  const root = new URL(".", document.currentScript.src);
  const kept = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name) || "";
      localStorage.setItem(name, value);
    } catch {} // a browser that keeps nothing
    return value || "";
  };
  const set = (name, value) => {
    if (value) page.dataset[name] = value;
    else delete page.dataset[name];
  };
  const chosen = (name) => page.dataset[name] || (name === "mode" ? "pairs" : "");
  set("theme", kept("theme"));
  set("mode", kept("mode"));

  const show = (name) => {
    for (const button of document.querySelectorAll(`button[data-${name}]`))
      button.setAttribute("aria-pressed", String(button.dataset[name] === chosen(name)));
  };

  // The place of reading stays where it is when the layout changes.
  const keepPlace = (change) => {
    const seen = [...document.querySelectorAll(".pair[id]")].find((each) => each.getBoundingClientRect().bottom > 0);
    const before = seen && seen.getBoundingClientRect().top;
    change();
    if (seen && scrollY > 0) scrollBy(0, seen.getBoundingClientRect().top - before);
  };

  const reveal = () => {
    const name = document.querySelector("[data-mode=second] > span");
    if (chosen("mode") !== "reveal" || !name || document.querySelector(".reveal")) return;
    for (const other of document.querySelectorAll("article > :not(header) .half-1 + .half-2, article > .pair > .half-1 + .half-2, article .side + .side")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "reveal";
      button.append(name.cloneNode(true));
      button.setAttribute("aria-expanded", "false");
      other.before(button);
    }
  };

  // What can be moved sideways can be reached by the keys.
  const reach = () => {
    for (const table of document.querySelectorAll("table")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    }
  };

  const choose = (name, value) => {
    keepPlace(() => {
      kept(name, value);
      set(name, name === "mode" && value === "pairs" ? "" : value);
      reveal();
    });
    show(name);
    reach();
  };

  const copy = async (button) => {
    const place = document.querySelector(":target[id]");
    const cited = document.querySelector(".citation cite").textContent;
    const url = document.querySelector(".citation .url").textContent;
    await navigator.clipboard.writeText(place ? `${cited}#${place.id} · ${url}#${place.id}` : `${cited} · ${url}`);
    button.textContent = button.dataset.done;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    for (const open of document.querySelectorAll(".tools details[open]"))
      if (!open.contains(event.target) || button) open.open = false;
    if (!button) return;
    if (button.dataset.theme !== undefined) choose("theme", button.dataset.theme);
    else if (button.dataset.mode) choose("mode", button.dataset.mode);
    else if (button.className === "copy") copy(button).catch(() => {});
    else if (button.className === "reveal") {
      const open = button.parentNode.classList.toggle("open");
      button.setAttribute("aria-expanded", String(open));
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector(".tools details[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const hidden of document.querySelectorAll(".tools, .search, .copy")) hidden.hidden = false;
    show("theme");
    show("mode");
    reveal();
    reach();
    addEventListener("resize", reach);
    const box = document.querySelector("input[type=search]");
    let asked = false;
    const load = () => {
      if (asked) return;
      asked = true;
      import(new URL("search.js", root));
    };
    box.addEventListener("focus", load);
    box.addEventListener("input", load);
    box.form.addEventListener("submit", (event) => { event.preventDefault(); load(); });
    box.value = new URLSearchParams(location.search).get("q") || "";
    if (box.value) load();
  });
})();
