// The box of a site's search and its page of results; the index is read by query.js.
import { Index, Search } from "./query.js";

const PAGE = 10, BEFORE = 40, LENGTH = 220, WAIT_MS = 120;
const root = new URL(".", import.meta.url);
const box = document.querySelector("input[type=search]");
const results = document.getElementById("site--results");
const list = results.querySelector("ol");
const status = results.querySelector("[role=status]");
const more = results.querySelector(".more");
const content = document.querySelector(".content");
let turn = 0, search = null, index = null, timer = 0;

const read = async (path) => {
  const answer = await fetch(new URL("search/" + path, root));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.arrayBuffer();
};

const made = (tag, held = [], attributes = {}) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.append(...held);
  return element;
};

// A text with its matches lit; a long one is cut around the first of them.
const lit = (text, spans) => {
  const first = spans[0]?.[0] ?? 0;
  let start = text.length <= LENGTH || first <= BEFORE ? 0 : first - BEFORE;
  let end = Math.min(text.length, Math.max(start + LENGTH, spans[0]?.[1] ?? 0));
  while (start && start < first && /[\p{L}\p{N}\udc00-\udfff]/u.test(text[start - 1]) && text[start - 1] < "\u2e80") start++;
  if (/[\udc00-\udfff]/.test(text[start] ?? "")) start--;
  while (start && start < first && /\s/.test(text[start])) start++;
  while (end < text.length && /[A-Za-z\u00c0-\u024f\udc00-\udfff]/.test(text[end])) end++;
  const held = start ? ["…"] : [];
  let at = start;
  for (const [from, to] of spans) {
    if (to > end) break;
    if (from < start) continue;
    held.push(text.slice(at, from), made("mark", [text.slice(from, to)]));
    at = to;
  }
  held.push(text.slice(at, end));
  if (end < text.length) held.push("…");
  return held;
};

const shown = (place, query) => {
  const { address, titles, issue, anchor, page, units, about } = place;
  const hit = units.find(([field, ...sides]) => sides.some(([, text]) => query.spans(text, field).length)) ?? units[0];
  const [field, ...sides] = hit;
  const texts = sides.map(([tag, text], k) => made("p", lit(text, query.spans(text, field)), { lang: tag, class: `half-${k + 1}` }));
  if (about) texts.push(made("p", ["≈ ", ...lit(about[1], [])], { lang: about[0], class: "half-2 faint" }));
  const names = titles.flatMap(([tag, title], k) => [k ? " " : "", made("span", [title], { lang: tag })]);
  const href = new URL(address + (anchor ? `#${anchor}` : ""), root).href;
  return made("li", [
    made("a", names, { href }),
    made("p", [page ? `${issue}\u00a0· P.\u00a0${page}` : issue], { class: "faint" }),
    made("div", texts, { class: "pair" }),
  ]);
};

const say = () => {
  const count = search.total >= 0 ? search.total : search.found.length;
  list.dataset.hits = count;
  const isEmpty = search.isPaused && !count;
  status.textContent = isEmpty ? status.dataset.paused : status.dataset.found.replaceAll("{}", count + (search.total < 0 ? "+" : ""));
  // Letters that are in no text may be pinyin.
  if (!count && !isEmpty && status.dataset.letters && /^[a-z:ü' ]{3,}$/i.test(box.value.trim())) status.textContent += ` · ${status.dataset.letters}`;
  more.hidden = search.isDone && list.children.length >= search.found.length;
};

const show = async (mine) => {
  const wanted = list.children.length + PAGE;
  const places = (await search.find(wanted, () => mine !== turn)).slice(list.children.length, wanted);
  const items = await Promise.all(places.map((place) => index.place(place)));
  if (mine !== turn) return;
  list.append(...items.map((place) => shown(place, search.query)));
};

const open = (isOpen) => {
  results.hidden = !isOpen;
  content.hidden = isOpen;
};

const run = async () => {
  const mine = ++turn, words = box.value.trim();
  const address = new URL(location.href);
  words ? address.searchParams.set("q", words) : address.searchParams.delete("q");
  history.replaceState(null, "", address);
  if (!words) return open(false);
  results.setAttribute("aria-busy", "true");
  try {
    index ??= await new Index(read).open();
    const next = new Search(index, index.query(words));
    await next.begin();
    if (mine !== turn) return;
    search = next;
    list.replaceChildren();
    open(true);
    await show(mine);
    if (mine !== turn) return;
    await search.count(() => mine !== turn);
    if (mine !== turn) return;
    say();
    list.dataset.query = words;
  } catch (error) {
    if (mine !== turn) return;
    open(true);
    status.textContent = `⚠ ${error.message}`;
  }
  results.removeAttribute("aria-busy");
};

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(run, WAIT_MS);
};

box.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
box.addEventListener("compositionend", soon);
box.form.addEventListener("submit", () => { clearTimeout(timer); run(); });
more.addEventListener("click", async () => {
  const mine = turn, before = list.children.length;
  search.goOn();
  await show(mine);
  if (mine !== turn) return;
  say();
  list.children[before]?.querySelector("a").focus();
});
const close = () => {
  box.value = "";
  clearTimeout(timer);
  run();
};
results.querySelector(".close").addEventListener("click", () => { close(); box.focus(); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !results.hidden) close(); });
// A result in the present page: the page is shown again, at that place.
list.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  close();
  location.hash = link.hash;
});
if (box.value) run();
