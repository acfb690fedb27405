// The search of a site without its page: folds texts, reads queries, walks through the index. All of it agrees with the
// program's own search (reader/search); the index is described in reader/publishing/search_index.py.

const HAN = "\u2e80"; // scripts without word spaces begin here
const SLOTS = 8, BLOCK = 16, FOLDER = 256;
const FIRST_TOKENS = 3; // shards before the first text
const FIRST_BYTES = 60000, PAGE_BYTES = 200000; // before the first text, before a page of them
const ALL_SLOTS = 255;
const NO = 0, MAYBE = 1, YES = 2; // whether a text holds a term
const MAX_TOKENS = 12, MAX_TERMS = 32, FEW_TEXTS = 48, FEW_PIECES = 40, FEW_GUESSES = 1;
// What the gate of the program (reader/gate.py) lets through to nobody.
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u180e\u200e\u200f\u2028-\u202e\u2061-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}\u{e0000}-\u{e00ff}]/gu;
const FIELDS = new Set(["title", "deck", "credit", "caption", "text"]);
const isAlnum = (c) => /[\p{L}\p{N}]/u.test(c);
const isSpaced = (c) => c !== undefined && c < HAN && isAlnum(c);
const isSymbol = (c) => /[\p{S}%&@#§¶†‡‰‱※]/u.test(c);
const isUnspaced = (c) => c !== undefined && /[\u2e80-\uabff\uf900-\uffef\u{20000}-\u{3ffff}]/u.test(c);

export class Folding {
  constructor([from, to, ...others]) {
    const forms = [...to];
    this.pairs = new Map([...from].map((c, k) => [c, forms[k]]));
    for (let k = 0; k < others.length; k += 2) this.pairs.set(others[k], others[k + 1]);
  }

  character(c) {
    const known = this.pairs.get(c);
    if (known !== undefined) return known;
    if (c < "\x80") return c === "`" ? "'" : c.toLowerCase();
    if (/\p{Default_Ignorable_Code_Point}/u.test(c)) return "";
    if (c >= "가" && c <= "힣") return c;
    const apart = [...c.normalize("NFKD")];
    if (apart.length > 1 && apart[0] === " ") return c;
    return apart.filter((p) => !/\p{Mn}/u.test(p)).map((p) => this.pairs.get(p) ?? p.toLowerCase()).join("");
  }

  // The folded text as a list of characters, and for each the place of the one that it comes from.
  places(text) {
    const characters = [], starts = [], ends = [];
    let at = 0;
    for (const [whole] of text.matchAll(/[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[^]/gu)) {
      for (const c of whole.length > 1 && whole >= "\u1100" && whole < "\u1113" ? whole.normalize("NFC") : this.character(whole)) {
        characters.push(c);
        starts.push(at);
        ends.push(at + whole.length);
      }
      at += whole.length;
      if (/^\p{M}$/u.test(whole) && !this.character(whole) && ends.length) ends[ends.length - 1] = at;
    }
    const kept = [];
    for (let k = 0; k < characters.length; k++) {
      let end = k;
      while (characters[end] === " ") end++;
      if (end === k || !(isUnspaced(characters[k - 1]) || isUnspaced(characters[end]))) end = Math.max(end, k + 1);
      else { k = end - 1; continue; }
      for (; k < end; k++) kept.push(k);
      k--;
    }
    return { characters: kept.map((k) => characters[k]), starts: kept.map((k) => starts[k]), ends: kept.map((k) => ends[k]) };
  }

  text(text) {
    return this.places(text).characters.join("");
  }
}

export class Stems {
  constructor(irregular) {
    this.irregular = new Map();
    for (const forms of irregular.split(/[\n|]/).filter(Boolean).map((entry) => entry.split(/\s+/)))
      for (const form of forms) this.irregular.set(form, "=" + forms[0]);
  }

  of(word) {
    return this.irregular.get(word) || (/^[a-z]+$/.test(word) ? this.regular(word) : word);
  }

  regular(word) {
    let bare = ending(word);
    if (bare !== word) {
      const verbs = word.endsWith("s") ? [] : [bare + "e", doubled(bare) ? bare.slice(0, -1) : bare];
      for (const found of [this.of(bare), ...verbs.map((verb) => this.irregular.get(verb) || "")])
        if (found.startsWith("=")) return found;
    }
    if (bare.endsWith("e") && bare.length > 3) bare = bare.slice(0, -1);
    return doubled(bare) ? bare.slice(0, -1) : bare;
  }
}

const doubled = (bare) => bare.length > 2 && bare.at(-1) === bare.at(-2) && !"aeiouy".includes(bare.at(-1));
const canBe = (rest) => rest.length > 2 && /[aeiouy]/.test(rest);
const ending = (word) => {
  if (/(ies|ied)$/.test(word)) return word.length > 4 ? word.slice(0, -3) + "y" : word.slice(0, -1);
  if (/(sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2);
  if (/s$/.test(word) && !/(ss|us|is)$/.test(word) && word.length > 3) return word.slice(0, -1);
  if (/ing$/.test(word) && canBe(word.slice(0, -3))) return word.slice(0, -3);
  if (/ed$/.test(word) && !/eed$/.test(word) && canBe(word.slice(0, -2))) return word.slice(0, -2);
  return word;
};

// A query: clauses that must all hold for a text, each a list of terms of which one must be found.
export class Query {
  constructor(written, folding, stems) {
    this.folding = folding;
    this.stems = stems;
    this.clauses = [];
    const text = [...written].slice(0, 1000).join("")
      .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
      .replace(/\u3000/g, " ")
      .replace(/[“”„‟″‶«»〝〞〟「」『』﹁﹂﹃﹄｢｣]/g, '"')
      .replace(/\r\n|[\t\n]/g, " ")
      .replace(UNSEEN, "\ufffd");
    let isOr = false, count = 0;
    for (const part of text.matchAll(/(-(?!-))?(?:([A-Za-z]+):)?(?:"([^"]*)"?|([^\s"]+))/g)) {
      if (part[0] === "OR") { isOr = this.clauses.length > 0; continue; }
      const term = this.term(part);
      if (term?.field && term.field !== "text") for (const token of term.tokens) token.key = `${term.field}:${token.key}`;
      if (!term || ++count > MAX_TERMS) { isOr = false; continue; }
      const last = this.clauses.at(-1), negated = Boolean(part[1]);
      if (isOr && !negated && last && !last.negated) last.terms.push(term);
      else this.clauses.push({ terms: [term], negated });
      isOr = false;
    }
    if (this.clauses.every((clause) => clause.negated)) this.clauses = [];
  }

  term([, , name, phrase, word]) {
    const field = name && FIELDS.has(name.toLowerCase()) ? name.toLowerCase() : "";
    if (name && !field) phrase === undefined ? (word = `${name}:${word}`) : ([word, phrase] = [`${name}:${phrase}`]);
    let folded = this.folding.text(phrase ?? word);
    if (phrase === undefined) {
      folded = folded.replace(/\*+$/, "");
      if (folded && [...folded].every(isSpaced)) return { field, text: folded, stem: this.stems.of(folded), tokens: [{ key: this.stems.of(folded), at: 0 }] };
      folded = folded.replace(/^[,.;:!?()[\]{}<>'，。；：！？、（）《》「」『』…]+|[,.;:!?()[\]{}<>'，。；：！？、（）《》「」『』…]+$/g, "");
    } else folded = folded.trim().split(/\s+/).join(" ");
    const characters = [...folded];
    if (!characters.some((c) => isAlnum(c) || isSymbol(c))) return null;
    return { field, text: folded, characters, ...this.tokens(characters) };
  }

  // The tokens of a literal with their offsets, and whether they alone decide it: those of Han and of the marks beside it do.
  // Pairs that cover the characters, or the words, are enough.
  tokens(characters) {
    const tokens = [], plain = [], words = [];
    const isHan = (k) => characters[k] >= HAN && isAlnum(characters[k]);
    const isMark = (k) => k < characters.length && !isAlnum(characters[k]) && !/\s/u.test(characters[k]);
    const isPair = (k) => k >= 0 && (isHan(k) ? isHan(k + 1) || isMark(k + 1) : isMark(k) && isHan(k + 1));
    const ofWords = () => {
      for (let j = 0; j < words.length; j += 2) {
        const [first, second] = words.slice(words.length > 1 && j === words.length - 1 ? j - 1 : j);
        tokens.push({ key: second ? pairKey(first.word, second.word) : this.stems.of(first.word), at: first.at });
      }
      words.length = 0;
    };
    let isExact = true, covered = 0;
    for (let k = 0; k < characters.length; k++) {
      const c = characters[k];
      if (isSymbol(c)) plain.push({ key: c });
      if (isSpaced(c)) {
        const at = k;
        while (isSpaced(characters[k + 1])) k++;
        words.push({ word: characters.slice(at, k + 1).join(""), at });
        isExact = false;
        continue;
      }
      if (isHan(k)) ofWords();
      if (k < covered) continue;
      const at = isPair(k) ? k : isPair(k - 1) ? k - 1 : -1;
      if (at >= 0) tokens.push({ key: characters[at] + characters[at + 1], at });
      else if (isHan(k)) tokens.push({ key: c, at: k });
      else isExact = false;
      covered = at >= 0 ? at + 2 : k + 1;
    }
    ofWords();
    isExact &&= tokens.length <= MAX_TOKENS;
    return { tokens: [...tokens.slice(0, MAX_TOKENS), ...plain.slice(0, MAX_TOKENS - Math.min(tokens.length, MAX_TOKENS))], isLiteral: true, isExact };
  }

  // Whether the index alone decides it.
  get isExact() {
    return this.clauses.every((clause) => clause.terms.every(isDecisive));
  }

  // The places of all terms in a text, as stretches of it; none unless every clause holds.
  spans(text, field) {
    const { characters, starts, ends } = this.folding.places(text);
    const found = [];
    for (const clause of this.clauses) {
      let holds = false;
      for (const term of clause.terms) {
        if (term.field && term.field !== field) continue;
        const places = term.isLiteral ? literals(term.characters, characters) : this.words(term, characters);
        holds ||= places.length > 0;
        if (!clause.negated) found.push(...places);
      }
      if (holds === clause.negated) return [];
    }
    const merged = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = merged.at(-1);
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged.map(([start, end]) => [starts[start], ends[end - 1]]);
  }

  words(term, characters) {
    const places = [];
    for (let k = 0; k < characters.length; k++) {
      if (!isSpaced(characters[k])) continue;
      let end = k + 1;
      while (isSpaced(characters[end])) end++;
      const word = characters.slice(k, end).join("");
      if (word === term.text || this.stems.of(word) === term.stem) places.push([k, end]);
      k = end;
    }
    return places;
  }
}

// Whether the tokens of a term alone decide it.
const isDecisive = (term) => term.field !== "text" && (!term.isLiteral || term.isExact);

const literals = (wanted, characters) => {
  const places = [];
  for (let k = 0; k + wanted.length <= characters.length; k++) {
    if (!wanted.every((c, j) => characters[k + j] === c)) continue;
    const end = k + wanted.length;
    const isPart = (isSpaced(characters[k - 1]) && isSpaced(wanted[0])) || (isSpaced(characters[end]) && isSpaced(wanted.at(-1)));
    if (isPart) continue;
    places.push([k, end]);
    k = end - 1;
  }
  return places;
};

const hash = (key) => {
  let number = -1; // CRC-32
  for (const byte of new TextEncoder().encode(key)) {
    number ^= byte;
    for (let bit = 0; bit < 8; bit++) number = (number >>> 1) ^ (0xedb88320 & -(number & 1));
  }
  return ~number >>> 0;
};

// The token of two words that follow each other.
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const pairKey = (first, second) => {
  const number = hash(`${first} ${second}`) % (26 << 18);
  return DIGITS[10 + (number >> 18)] + DIGITS[(number >> 12) & 63] + DIGITS[(number >> 6) & 63] + DIGITS[number & 63];
};

class Bytes {
  constructor(data) {
    this.data = data;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at >= this.data.length;
  }

  number() {
    let number = 0, unit = 1, byte;
    do {
      byte = this.data[this.at++];
      number += (byte & 127) * unit;
      unit *= 128;
    } while (byte > 127);
    return number;
  }

  take(length) {
    return this.data.subarray(this.at, (this.at += length));
  }
}

// A token's list of texts in pieces, the newest last; older ones are fetched when a text in them is asked for.
class List {
  constructor(index, shard, entry) {
    Object.assign(this, entry, { index, shard, loaded: [] });
    if (entry.newest.length) this.loaded[entry.firsts.length] = this.piece(entry.newest);
    const newest = (this.loaded[entry.firsts.length]?.numbers ?? []).map((number) => 1 << number % SLOTS);
    this.slots = [...newest, ...entry.masks].reduce((sum, mask) => sum | mask, 0);
  }

  piece(data) {
    const bytes = new Bytes(data), numbers = [], offsets = [];
    let number = 0;
    while (!bytes.isAtEnd) {
      const gap = bytes.number(), held = [];
      number += Math.floor(gap / 2);
      numbers.push(number);
      if (!this.isPlaced) continue;
      for (let count = gap % 2 ? bytes.number() : 1, at = 0; count; count--) held.push((at += bytes.number()));
      offsets.push(held);
    }
    return { numbers, offsets };
  }

  // Fetches a piece when it is called, at a cost of so many bytes.
  fetching(which) {
    return Object.assign(() => this.load(which), { size: this.sizes[which] });
  }

  async load(which) {
    const data = await this.index.file(`s${this.shard.toString(16)}/${(this.number + which).toString(16)}.bin`);
    this.index.pieces++;
    this.loaded[which] = this.piece(data);
  }

  get last() {
    return this.firsts.length;
  }

  // The piece with a text, by the numbers of the first texts in the older ones.
  which(number) {
    let which = this.last;
    const newest = this.loaded[which];
    if (newest && number >= newest.numbers[0]) return which;
    which--;
    while (which >= 0 && this.firsts[which] > number) which--;
    return which;
  }

  // The offsets in a text; null where it is not in the list, undefined where its piece is not there yet.
  offsets(number) {
    const which = this.which(number);
    if (which < 0) return null;
    const piece = this.loaded[which];
    if (!piece) return (this.masks[which] >> number % SLOTS) & 1 ? undefined : null;
    let low = 0, high = piece.numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (piece.numbers[middle] < number) low = middle + 1;
      else high = middle;
    }
    return piece.numbers[low] === number ? piece.offsets[low] ?? [] : null;
  }
}

const NOWHERE = { places: 0, isPlaced: true, firsts: [], masks: [], sizes: [], number: 0, newest: new Uint8Array() };

export class Index {
  // read: returns the bytes of a file of the index, which are packed.
  constructor(read) {
    this.read = read;
    this.shards = new Map();
    this.blocks = new Map();
    this.sizes = new Map();
    this.pieces = 0;
    this.bytes = 0;
  }

  async file(path) {
    const packed = await this.read(path);
    this.bytes += packed.byteLength;
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  async open() {
    this.meta = JSON.parse(new TextDecoder().decode(await this.file("meta.bin")));
    this.facts = this.bytes;
    this.folding = new Folding(this.meta.fold);
    this.stems = new Stems(this.meta.irregular);
    return this;
  }

  // Whether several texts may have this number.
  isJoined(number) {
    return (this.meta.joined >> number % SLOTS) & 1;
  }

  query(written) {
    return new Query(written, this.folding, this.stems);
  }

  async list(key) {
    const shard = Math.floor((hash(key) * this.meta.shards) / 2 ** 32);
    if (!this.shards.has(shard)) this.shards.set(shard, this.shard(shard).catch(() => { this.shards.delete(shard); return new Map(); }));
    const shards = await this.shards.get(shard);
    const found = shards.get(key) ?? NOWHERE;
    return found instanceof List ? found : new List(this, shard, found);
  }

  async shard(shard) {
    const found = new Map(), text = new TextDecoder();
    const bytes = new Bytes(await this.file(`s${shard.toString(16)}/index.bin`));
    while (!bytes.isAtEnd) {
      const start = bytes.number(), key = text.decode(bytes.take(start >> 1)), head = bytes.number(), firsts = [], masks = [], sizes = [];
      const count = start & 1 ? bytes.number() : 0, number = count && bytes.number();
      for (let k = 0, first = 0; k < count; k++) { firsts.push((first += bytes.number())); masks.push(bytes.number()); sizes.push(bytes.number()); }
      const entry = { places: Math.floor(head / 2), isPlaced: head % 2 > 0, firsts, masks, sizes, number, newest: bytes.take(bytes.number()) };
      found.set(key, new List(this, shard, entry));
    }
    return found;
  }

  // The size of the block of a place that is not there yet; exact where the largest block of the site is more than there is left.
  async cost(place, left) {
    const block = Math.floor(place / BLOCK), folder = Math.floor(block / FOLDER);
    if (this.blocks.has(block)) return 0;
    if (this.meta.largest <= left) return this.meta.largest;
    if (!this.sizes.has(folder)) this.sizes.set(folder, this.file(`t${folder.toString(16)}/sizes.bin`).then((data) => {
      const bytes = new Bytes(data), sizes = [];
      while (!bytes.isAtEnd) sizes.push(bytes.number());
      return sizes;
    }));
    return (await this.sizes.get(folder))[block % FOLDER];
  }

  async place(place) {
    const block = Math.floor(place / BLOCK);
    if (!this.blocks.has(block)) {
      const path = `t${Math.floor(block / FOLDER).toString(16)}/${(block % FOLDER).toString(16)}.bin`;
      this.blocks.set(block, this.file(path).then((data) => JSON.parse(new TextDecoder().decode(data))));
    }
    const { articles, places } = await this.blocks.get(block);
    const [article, anchor, page, units, about] = places[place % BLOCK];
    const [address, titles, issue] = articles[article];
    return { address, titles, issue, anchor, page, units, about };
  }
}

// One search: finds places one after the other, the newest issue first, in the order of reading.
export class Search {
  constructor(index, query) {
    this.index = index;
    this.query = query;
    this.found = [];
    this.rest = [];
    this.guesses = 0;
    this.isDone = !query.clauses.length;
    this.total = this.isDone ? 0 : -1; // -1 while it is not known
    this.start = index.bytes - index.facts;
    this.isFree = this.isPaused = this.isPartial = false;
    this.pending = null;
  }

  async begin() {
    const longest = (tokens) => tokens.sort((a, b) => [...b.key].length - [...a.key].length);
    const ofClauses = (negated) => this.query.clauses.filter((clause) => clause.negated === negated).map((clause) => clause.terms.map((term) => longest([...term.tokens])));
    const wanted = ofClauses(false).sort((a, b) => a.length - b.length);
    // Each term of the shortest clause has a token among the first ones: without it, the clause could not lead.
    const tokens = [...(wanted[0] ?? []).map(([token]) => token), ...longest(wanted.flat(2)), ...ofClauses(true).flat(2)];
    const first = new Set([...new Set(tokens.map((token) => token.key))].slice(0, FIRST_TOKENS));
    await Promise.all(tokens.map(async (token) => { if (first.has(token.key)) token.list = await this.index.list(token.key); }));
    this.rest = [...new Set(tokens)].filter((token) => !token.list);
    this.walk = this.candidates();
  }

  // Slots in which all clauses may hold: a text in Chinese and one in English never have the same.
  slots() {
    const ofTerm = (term) => term.tokens.reduce((mask, { list }) => mask & (list ? list.slots : ALL_SLOTS), ALL_SLOTS);
    const ofClause = (clause) => clause.terms.reduce((mask, term) => mask | ofTerm(term), 0);
    return this.query.clauses.reduce((mask, clause) => mask & (clause.negated ? ALL_SLOTS : ofClause(clause)), ALL_SLOTS);
  }

  // The clause, and of each of its terms the token, with the fewest texts: they lead, the others are looked up. Where no clause has
  // a token for each term yet, some terms of one lead to the first place.
  leaders() {
    let best = null;
    this.isPartial = false;
    for (const clause of this.query.clauses) {
      if (clause.negated) continue;
      const lists = clause.terms.map((term) => term.tokens.filter((token) => token.list).map((token) => token.list).sort((a, b) => a.places - b.places)[0]);
      const known = lists.filter(Boolean), isWhole = known.length === lists.length;
      const places = known.reduce((sum, list) => sum + list.places, 0);
      if (known.length && (!best || (isWhole === best.isWhole ? places < best.places : isWhole))) best = { places, lists: known, isWhole };
    }
    this.isPartial = !best?.isWhole;
    return best;
  }

  // Yields texts in which the tokens that are there allow a hit; a function where a piece must come first.
  *candidates() {
    const leaders = this.leaders();
    this.allowed = this.slots();
    if (!leaders || !this.allowed) return;
    const heads = leaders.lists.map((list) => ({ list, which: list.last, at: -1 }));
    for (const head of heads) yield* this.settle(head, true);
    let before = Infinity;
    for (;;) {
      const number = Math.max(...heads.map((head) => (head.which < 0 ? -1 : head.list.loaded[head.which].numbers[head.at])));
      if (number < 0) return;
      for (const head of heads)
        while (head.which >= 0 && head.list.loaded[head.which].numbers[head.at] === number) {
          head.at--;
          yield* this.settle(head, false);
        }
      if (number === before) continue;
      before = number;
      for (;;) {
        const answer = this.allows(number);
        if (typeof answer !== "function") {
          if (answer) yield number;
          break;
        }
        yield answer;
      }
    }
  }

  *settle(head, isFirst) {
    const isThere = () => head.list.loaded[head.which];
    if (isFirst && isThere()) head.at = isThere().numbers.length - 1;
    while (head.which >= 0 && (!isThere() || head.at < 0)) {
      if (isThere() || head.which === head.list.last) {
        do head.which--;
        while (head.which >= 0 && !(head.list.masks[head.which] & this.allowed));
        if (head.which < 0) return;
      }
      if (!isThere()) yield head.list.fetching(head.which);
      head.at = isThere().numbers.length - 1;
    }
  }

  // Whether the tokens allow a hit in a text: the pieces of lists that are there are asked first, and only where these allow one,
  // another piece is fetched.
  allows(number) {
    let missing = null;
    for (const clause of this.query.clauses) {
      let best = NO, wanted = null;
      for (const term of clause.terms) {
        if (clause.negated && !(isDecisive(term) && !this.index.isJoined(number) && term.tokens.every((token) => token.list))) continue;
        const { answer, list } = this.allowsTerm(term, number);
        if (answer > best) best = answer;
        if (list && (!wanted || list.places < wanted.places)) wanted = list;
      }
      if (clause.negated ? best === YES : best === NO) return false;
      if (best === MAYBE && (!missing || wanted.places < missing.places)) missing = wanted;
    }
    this.isSure = !missing;
    if (missing && (this.found.length || this.guesses >= FEW_GUESSES)) return missing.fetching(missing.which(number));
    return true; // where a piece is missing, the text is looked at: it is smaller
  }

  allowsTerm(term, number) {
    let starts = null, missing = null;
    for (const { list, at } of term.tokens) {
      if (!list) continue;
      const offsets = list.offsets(number);
      if (offsets === undefined) {
        if (!missing || list.places < missing.places) missing = list;
        continue;
      }
      if (offsets === null) return { answer: NO };
      if (!list.isPlaced) continue;
      const here = new Set(offsets.map((offset) => offset - at));
      starts = starts ? starts.filter((start) => here.has(start)) : [...here];
      if (!starts.length) return { answer: NO };
    }
    return missing ? { answer: MAYBE, list: missing } : { answer: YES };
  }

  // Whether a piece, or the block of a text, would be too much for the first places; whoever asks for more goes on at any cost.
  async isBeyond(value) {
    if (this.isFree) return false;
    const left = this.start + (this.found.length ? PAGE_BYTES : FIRST_BYTES) - this.index.bytes;
    return (value.size ?? (await this.index.cost(Math.floor(value / SLOTS), left))) > left;
  }

  goOn() {
    this.isFree = true;
    this.isPaused = false;
  }

  // Finds further places until there are so many; they may be read from the index alone, or are looked at in the text.
  async find(count, isStopped) {
    while (this.found.length < count && !this.isDone && !this.isPaused && !isStopped()) {
      if (this.rest.length && (this.isPartial ? this.found.length : this.isFree)) await this.fetchRest();
      const { value, done } = this.pending ? { value: this.pending } : this.walk.next();
      this.pending = null;
      if (done) {
        if (this.rest.length && this.isPartial) {
          this.isPaused = !this.isFree;
          if (this.isFree) await this.fetchRest();
          continue;
        }
        this.isDone = true;
        this.total = this.found.length;
        break;
      }
      const isFunction = typeof value === "function", isLooked = !isFunction && !this.isDecided(value);
      if ((isFunction || isLooked) && (await this.isBeyond(value))) {
        this.isPaused = true;
        this.pending = value;
        break;
      }
      if (isFunction) { await value(); continue; }
      const place = Math.floor(value / SLOTS), last = this.found.at(-1);
      if (last === place) continue;
      if (!this.isSure) this.guesses++;
      if (!isLooked || (await this.holds(place))) this.found.push(place);
    }
    return this.found;
  }

  isDecided(value) {
    return this.isSure && this.query.isExact && !this.rest.length && (this.query.clauses.length === 1 || !this.index.isJoined(value));
  }

  async holds(place) {
    this.looked ??= new Map();
    if (!this.looked.has(place)) {
      const { units } = await this.index.place(place);
      this.looked.set(place, units.some(([field, ...sides]) => sides.some(([, text]) => this.query.spans(text, field).length)));
    }
    return this.looked.get(place);
  }

  // After the first places: all tokens are fetched, and all places are counted as far as that is cheap.
  async count(isStopped) {
    const only = this.query.clauses.length === 1 && this.query.clauses[0].terms.length === 1 && this.query.clauses[0].terms[0];
    if (this.query.isExact && only && only.tokens.length === 1) {
      this.total = only.tokens[0].list.places;
      return;
    }
    if (this.isPaused) return;
    if (this.rest.length) await this.fetchRest();
    const pieces = this.index.pieces + FEW_PIECES, blocks = this.index.blocks.size + FEW_TEXTS;
    while (!this.isDone && !this.isPaused && !isStopped() && this.index.pieces < pieces && this.index.blocks.size < blocks)
      await this.find(this.found.length + 1, isStopped);
  }

  async fetchRest() {
    await Promise.all(this.rest.map(async (token) => { token.list = await this.index.list(token.key); }));
    this.rest = [];
    this.pending = null;
    if (this.isPartial) this.found = []; // terms that were not there yet may have newer places
    this.walk = this.again();
  }

  // The walk anew with more tokens, behind the places that were found.
  *again() {
    const last = this.found.at(-1);
    for (const value of this.candidates()) if (typeof value === "function" || last === undefined || Math.floor(value / SLOTS) < last) yield value;
  }
}
