// Looks at a site in Chromium: node in_browser.mjs < JSON; prints the faults, and the median time of a search. The tools are in
// $READER_WEB_TOOLS/node_modules, the browser is $READER_CHROMIUM.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";

const require = createRequire(`${process.env.READER_WEB_TOOLS}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { site, pages, queries, costly } = JSON.parse(readFileSync(0, "utf8"));

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png" };
const server = createServer((request, answer) => {
  let path = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
  if (!existsSync(path)) return answer.writeHead(404).end();
  answer.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
  createReadStream(path).pipe(answer);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: process.env.READER_CHROMIUM, args: ["--no-sandbox"] });

const wrong = [];
const check = (name, is, ...more) => { if (!is) wrong.push([name, ...more].join(" ")); };
const opened = async (path, options = {}, kept = {}) => {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.on("console", (message) => wrong.push(`${path}: ${message.type()} ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`${path}: ${error.message}`));
  page.on("request", (request) => check("asked elsewhere", request.url().startsWith(base), request.url()));
  page.on("response", (response) => check("not there", response.ok(), response.url()));
  if (Object.keys(kept).length) await page.addInitScript((values) => Object.assign(localStorage, values), kept);
  await page.goto(base + path);
  return page;
};
const seen = (page, selector) => page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);

// Each page at each width, in each theme and layout: axe, and nothing wider than the screen.
const looks = [
  [1300, {}], [1300, { theme: "dark", mode: "reveal" }], [400, { theme: "paper", mode: "rows" }], [320, { mode: "first" }], [500, { theme: "light", mode: "second" }],
];
for (const path of pages)
  for (const [width, kept] of looks) {
    const page = await opened(path, { viewport: { width, height: 900 }, bypassCSP: true }, kept);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const one of violations.filter((each) => ["serious", "critical"].includes(each.impact))) wrong.push(`${path} ${width}: ${one.id} ${one.nodes[0].html}`);
    check("wider than the screen", await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path, width);
    check("search too narrow", await page.evaluate(() => document.querySelector(".search input").clientWidth >= 100), path, width);
    await page.context().close();
  }

// The choices of a reader.
const article = pages.find((path) => path.split("/").length > 2);
let page = await opened(article);
const both = await seen(page, ".paragraph > .half-2");
check("pairs in rows", await page.$eval(".paragraph", (pair) => pair.children[0].getBoundingClientRect().right < pair.children[1].getBoundingClientRect().left));
const choose = async (menu, name) => { await page.click(`.${menu} summary`); await page.click(`[data-${menu === "modes" ? "mode" : "theme"}="${name}"]`); };
await choose("modes", "first");
check("one language", both > 0 && (await seen(page, ".paragraph > .half-2")) === 0);
await choose("themes", "dark");
await page.reload();
check("the layout is remembered", (await seen(page, ".paragraph > .half-2")) === 0);
check("the theme is remembered", (await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)) === "rgb(20, 22, 26)");
await choose("modes", "reveal");
check("nothing is revealed", (await seen(page, ".paragraph > .half-2")) === 0);
await page.click(".paragraph > .reveal");
check("one is revealed", (await seen(page, ".paragraph > .half-2")) === 1);
await page.goto(`${base}${article}#p1`);
await page.click(".copy");
check("the citation is copied", (await page.evaluate(() => navigator.clipboard.readText())).endsWith("/#p1"));
await page.context().close();

// Without scripts.
page = await opened(article, { javaScriptEnabled: false });
check("both languages without scripts", (await page.locator(".paragraph > .half-2:visible").count()) === both);
check("no buttons without scripts", (await page.locator("button:visible, input:visible, summary:visible").count()) === 0);
await page.context().close();

// The search.
// The end of the search that Enter has begun: a search that typing began may have ended just before.
const results = (query) => page.locator(`#site--results:not([aria-busy]) .hits[data-query="${query.replace(/[\x00-\x1f"\\]/g, (one) => `\\${one.codePointAt(0).toString(16)} `)}"]`);
page = await opened("");
const times = [];
let first = 0;
page.on("response", async (response) => { first += Number((await response.allHeaders())["content-length"] ?? statSync(join(site, new URL(response.url()).pathname)).size); });
for (const [query, truth] of queries) {
  const before = performance.now();
  await page.fill("input[type=search]", query);
  await page.press("input[type=search]", "Enter");
  const list = results(query.trim());
  await list.waitFor({ state: "attached" });
  if (!times.length) check("the first search is small", first < 250_000, first);
  times.push(performance.now() - before);
  check("hits", Number(await list.getAttribute("data-hits")) === truth.length || (await page.textContent("[role=status]")).includes("+"), query);
  for (let turn = 0; turn < 8 && (await page.isVisible(".more")); turn++) {
    const count = await page.locator(".hits > li").count();
    await page.click(".more");
    await page.waitForFunction((many) => document.querySelectorAll(".hits > li").length > many || document.querySelector(".more").hidden, count);
  }
  const links = await page.$$eval(".hits a", (all) => all.map((link) => link.href));
  const places = new Set(links.map((link) => decodeURIComponent(link.slice(base.length))));
  check("a link twice", places.size === links.length, query);
  const isWhole = !(await page.isVisible(".more"));
  check("recall", !isWhole || truth.every((place) => places.has(place)), query);
  check("precision", [...places].every((place) => truth.includes(place)), query);
  check("a match is lit", !links.length || (await page.locator(".hits mark").count()) > 0, query);
}
await page.context().close();
page = await opened(""); // in which no file of the index has been read
await page.fill("input[type=search]", costly);
await page.press("input[type=search]", "Enter");
await results(costly).waitFor({ state: "attached" });
check("the search stops before it costs much", (await page.textContent("[role=status]")).includes("None in the newest issues"));
check("it goes on when asked", await page.isVisible(".more"));
await page.click(".more");
await page.locator(".hits > li").first().waitFor();
await page.waitForFunction(() => document.querySelector(".hits").dataset.hits === "1");
check("it has found the place", (await page.locator(".hits a").getAttribute("href")).endsWith("i0/a/#p1") && !(await page.isVisible(".more")));
await page.fill("input[type=search]", "zhonghuaminzu");
await page.press("input[type=search]", "Enter");
await results("zhonghuaminzu").waitFor({ state: "attached" });
check("a reader who types pinyin is told", (await page.textContent("[role=status]")).includes("Pinyin is not searched here"));
await page.fill("input[type=search]", "鸿鹄鸟");
await page.press("input[type=search]", "Enter");
await results("鸿鹄鸟").waitFor({ state: "attached" });
check("only letters may be pinyin", !(await page.textContent("[role=status]")).includes("Pinyin"));
await page.keyboard.press("Escape");
check("the page is back", (await seen(page, ".content")) === 1 && (await seen(page, ".hits")) === 0);
await browser.close();
server.close();
console.log(JSON.stringify({ wrong, median: times.sort((a, b) => a - b)[times.length >> 1] }));
