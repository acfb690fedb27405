// Answers queries by the script of a site and its index, without a browser: node search_in_node.mjs QUERY.MJS SITE < JSON
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [script, site] = process.argv.slice(2);
const { Folding, Index, Search } = await import(pathToFileURL(script).href);
const { queries = [], first_only = false, fold = null, pairs = null, stems = [] } = JSON.parse(readFileSync(0, "utf8"));
let fetched = [];
const read = async (path) => {
  const data = readFileSync(`${site}/search/${path}`);
  fetched.push([path, data.length]);
  return data;
};
const index = await new Index(read).open();
const meta = fetched;
const answers = [];
for (const query of queries) {
  fetched = [...meta];
  index.shards.clear();
  index.blocks.clear();
  const search = new Search(index, index.query(query));
  await search.begin();
  const first = (await search.find(1, () => false))[0];
  const before = [...fetched];
  if (first_only) {
    const start = performance.now();
    for (const place of await search.find(10, () => false)) await index.place(place);
    answers.push({ places: search.found.length, before, fetched, ms: performance.now() - start });
    continue;
  }
  if (first !== undefined) await index.place(first);
  await search.find(10, () => false);
  await search.count(() => false);
  const total = search.total, isPaused = search.isPaused;
  search.goOn();
  while (!search.isDone) await search.find(search.found.length + 1000, () => false);
  const places = [];
  for (const place of search.found) {
    const { address, anchor } = await index.place(place);
    places.push(address + (anchor ? `#${anchor}` : ""));
  }
  answers.push({ places, total, before, isPaused });
}
const folding = pairs && new Folding(pairs);
const folded = fold && fold.map((text) => folding.text(text));
console.log(JSON.stringify({ answers, folded, stems: stems.map((word) => index.stems.of(word)) }));
