"use strict";
// From the head, so that the notes are never laid out where they are not to be seen.
const root = document.documentElement;
root.classList.add("js");
addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const [card, note, hint, search, total, reset, panel, toggle] =
    ["card", "note", "hint", "search", "total", "all", "panel", "toggle"].map(byId);

  // One record for each note; `parts` are its pieces in the text, `link` its number there.
  const records = all(".notes li").map((item) => ({
    item,
    key: item.id.replace("n", "d"),
    kind: item.dataset.k,
    speaker: item.dataset.s,
    document: item.closest("article").id,
    parts: [],
    link: byId(item.id.replace("n", "d")),
    words: null,
    shown: true,
  }));
  const byKey = new Map(records.map((record) => [record.key, record]));
  for (const part of all("[data-a]")) byKey.get(part.dataset.a)?.parts.push(part);

  let current = null;
  let pinned = false;

  // ---- the card

  function show(record, pin) {
    if (current !== record) {
      current?.parts.forEach((part) => part.classList.remove("on"));
      record.parts.forEach((part) => part.classList.add("on"));
      current = record;
      note.replaceChildren(...record.item.cloneNode(true).childNodes);
      card.className = record.item.className;
      card.hidden = false;
      hint.hidden = true;
      place();
    }
    pinned = pin;
  }

  function place() {
    const part = current.parts.find((each) => each.getClientRects().length);
    const top = part ? part.getBoundingClientRect().top - 48 : 32;
    card.style.top = `${Math.max(32, Math.min(top, innerHeight - card.offsetHeight - 24))}px`;
  }

  function close() {
    if (!current) return;
    const inside = card.contains(document.activeElement);
    current.parts.forEach((part) => part.classList.remove("on"));
    if (inside) current.link?.focus({ preventScroll: true });
    card.hidden = true;
    hint.hidden = false;
    current = null;
    pinned = false;
  }

  function reveal(record) {
    if (!record.shown) clear();
    const part = record.parts[0] ?? record.item.closest("article");
    part.scrollIntoView({ block: "center" });
    if (!document.activeElement?.closest(".tools")) record.link?.focus({ preventScroll: true });
    show(record, true);
    place();
  }

  function go(record) {
    history.pushState(null, "", `#${record.key}`);
    reveal(record);
  }

  // The id of the record is the last that a note says.
  const idOf = (record) => all("code", record.item).at(-1).textContent;

  function follow() {
    let key = location.hash.slice(1);
    try { key = decodeURIComponent(key); } catch { /* not encoded, so taken as it is */ }
    const record = byKey.get(key) ?? byKey.get(key.replace(/^n/, "d")) ?? records.find((each) => idOf(each) === key);
    if (record) reveal(record);
  }

  function step(by) {
    const shown = records.filter((record) => record.shown);
    if (!shown.length) return;
    const at = shown.indexOf(current);
    const first = by > 0 ? 0 : shown.length - 1;
    go(shown[at < 0 ? first : (at + by + shown.length) % shown.length]);
  }

  // ---- filters and search

  const chosen = { speaker: new Set(), kind: new Set() };
  // One character for one, so that what is found in the folded text stands there in the text.
  const fold = (text) => text.replace(/[^\0-\x7f]/g, (c) => c === "’" ? "'" : c === "\xa0" || c === "\u202f" ? " "
    : c.normalize("NFD").charAt(0)).toLowerCase();

  function wordsOf(record) {
    const marked = record.parts.filter((part) => part.tagName === "MARK").map((part) => part.textContent);
    return record.words ??= fold([record.item.textContent, ...marked].join("\n"));
  }

  function filter() {
    const asked = fold(search.value).split(/\s+/).filter(Boolean);
    const found = new Map();
    let count = 0;
    for (const record of records) {
      const shown = (!chosen.speaker.size || chosen.speaker.has(record.speaker)) &&
        (!chosen.kind.size || chosen.kind.has(record.kind)) &&
        (!asked.length || asked.every((word) => wordsOf(record).includes(word)));
      if (shown) {
        count += 1;
        found.set(record.document, (found.get(record.document) ?? 0) + 1);
      }
      if (shown !== record.shown) {
        record.shown = shown;
        record.item.classList.toggle("off", !shown);
        record.parts.forEach((part) => part.classList.toggle("off", !shown));
      }
    }
    const filtered = Boolean(asked.length || chosen.speaker.size || chosen.kind.size);
    total.textContent = filtered
      ? total.dataset.position.replace("{n}", count).replace("{all}", total.dataset.all)
      : total.dataset.all;
    reset.disabled = !filtered;
    for (const link of all(".documents a")) {
      const number = found.get(link.hash.slice(1)) ?? 0;
      link.parentElement.classList.toggle("off", filtered && !number);
      link.parentElement.querySelector(".count").textContent = number;
    }
    if (current && !current.shown) close();
    highlight(asked);
  }

  function highlight(asked) {
    if (!globalThis.Highlight) return;
    const ranges = [];
    for (const record of asked.length ? records : []) {
      if (!record.shown) continue;
      for (const part of record.parts) {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let text; ranges.length < 2000 && (text = walker.nextNode());) {
          const folded = fold(text.data);
          for (const word of asked) {
            for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
              ranges.push(new StaticRange({ startContainer: text, startOffset: at, endContainer: text, endOffset: at + word.length }));
            }
          }
        }
      }
    }
    CSS.highlights.set("search", new Highlight(...ranges));
  }

  function clear() {
    search.value = "";
    chosen.speaker.clear();
    chosen.kind.clear();
    all("[aria-pressed=true]").forEach((button) => button.setAttribute("aria-pressed", "false"));
    filter();
  }

  function open(wanted) {
    panel.classList.toggle("open", wanted);
    toggle.setAttribute("aria-expanded", wanted);
  }

  // ---- events

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("[aria-pressed]");
    if (button) {
      const [set, value] = button.dataset.kind
        ? [chosen.kind, button.dataset.kind] : [chosen.speaker, button.dataset.speaker];
      const press = !set.has(value);
      press ? set.add(value) : set.delete(value);
      button.setAttribute("aria-pressed", press);
      filter();
    } else if (event.target.closest(".documents a")) open(false);
  });
  reset.addEventListener("click", () => { clear(); search.focus(); });
  toggle.addEventListener("click", () => open(!panel.classList.contains("open")));
  let timer = 0;
  search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filter, 120); });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    clearTimeout(timer);
    filter();
    if (records.some((record) => record.shown)) { open(false); step(1); }
  });

  const recordAt = (target) => byKey.get(target.closest?.("[data-a]:not(.off)")?.dataset.a);
  const texts = byId("texts");
  texts.addEventListener("pointerover", (event) => {
    const record = event.pointerType === "mouse" && !pinned && recordAt(event.target);
    if (record) show(record, false);
  });
  texts.addEventListener("focusin", (event) => {
    const record = recordAt(event.target);
    if (record) show(record, true);
  });
  texts.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const record = recordAt(event.target);
    if (!record) { if (!event.target.closest("a")) close(); return; }
    event.preventDefault();
    history.pushState(null, "", `#${record.key}`);
    show(record, true);
    if (event.detail === 0) card.focus();  // by the keyboard: on to the links of the card
  });
  card.addEventListener("click", (event) => {
    const record = byKey.get(event.target.closest("a")?.hash.slice(1));
    if (record) { event.preventDefault(); go(record); }
  });
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("close").addEventListener("click", close);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { if (current) close(); else open(false); return; }
    if (event.target.closest("input")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); open(true); search.focus(); }
  });
  addEventListener("hashchange", follow);
  addEventListener("resize", () => { if (current) place(); });
  follow();
  root.classList.add("ready");
});
