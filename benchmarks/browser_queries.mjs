// Types queries into the search of a site in Chromium and lists the places it shows: node browser_queries.mjs < JSON
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { chromium } = createRequire(`${process.env.READER_WEB_TOOLS}/`)("playwright-core");
const { address, queries, presses } = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath: process.env.READER_CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
page.setDefaultTimeout(180000);
const faults = [], answers = [];
page.on("pageerror", (error) => faults.push(error.message));
page.on("response", (response) => { if (!response.ok()) faults.push(`${response.status()} ${response.url()}`); });
await page.goto(address);
for (const query of queries) {
  // One call for a query: it types, waits for the end of the search that Enter begins, and presses "More".
  const answer = await page.evaluate(async ({ query, presses, address }) => {
    const box = document.querySelector("input[type=search]"), results = document.getElementById("site--results");
    const list = results.querySelector(".hits"), more = results.querySelector(".more"), status = results.querySelector("[role=status]");
    const until = (holds) => new Promise((resolve) => {
      if (holds()) return resolve();
      const watch = new MutationObserver(() => { if (holds()) { watch.disconnect(); resolve(); } });
      watch.observe(results, { attributes: true, childList: true, subtree: true });
    });
    list.removeAttribute("data-query");
    const start = performance.now();
    box.value = query;
    box.form.requestSubmit();
    await until(() => list.dataset.query === query.trim() && !results.hasAttribute("aria-busy"));
    const ms = performance.now() - start, isPaused = status.textContent === status.dataset.paused;
    const count = Number(list.dataset.hits), isCounted = !status.textContent.includes("+") && !isPaused;
    for (let turn = 0; turn < presses && !more.hidden; turn++) {
      const before = list.children.length;
      more.click();
      await until(() => list.children.length > before || more.hidden);
    }
    const places = [...list.querySelectorAll("a")].map((link) => decodeURIComponent(link.href.slice(address.length)));
    return { ms, count, isCounted, isPaused, places, isWhole: more.hidden, lit: list.querySelectorAll("mark").length };
  }, { query, presses, address });
  answers.push(answer);
}
await browser.close();
console.log(JSON.stringify({ answers, faults }));
