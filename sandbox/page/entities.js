/** Renders text with entities. Offsets are in UTF-16 units, as in JavaScript strings. */

import { h } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const QUOTES = new Set(["blockquote", "expandable_blockquote"]);
// Telegram detects these in plain text itself: commands, addresses, phone numbers of Kazakhstan.
const FOUND =
  /(?<command>(?<![\w/<>.:])\/[a-z][a-z0-9_]{0,31}(?![\w/]))|(?<url>https?:\/\/[^\s<>"]+[^\s<>".,:;!?)»])|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<site>(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:kz|com|org|net|ru|me)(?![\w.@-])(?:\/[^\s<>"]*)?)|(?<phone>(?<![\w+])(?:\+7|8) ?(?:\(\d{3,5}\)|\d{3})[ -]?\d{2,3}(?:[ -]?\d{2,3}){1,2}(?!\d))/giu;

/**
 * Callbacks for parts of a text.
 * @typedef {{command: (text: string) => void, link: (event: MouseEvent, url: string) => void,
 *   say: (id: string) => string}} Doing
 */

/**
 * The nodes of a text with entities.
 * @param {string} text
 * @param {import("./api.js").Entity[]} entities
 * @param {Doing} doing
 * @returns {Node[]}
 */
export function formatted(text, entities, doing) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, 0, text.length, sorted, doing);
}

function span(text, from, to, entities, doing) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (start < end) {
      nodes.push(...plain(text.slice(at, start), doing));
      const inner = span(text, start, end, entities.slice(i + 1, next), doing);
      nodes.push(wrapped(entity, inner, text.slice(start, end), doing));
      at = end;
    }
    i = next;
  }
  nodes.push(...plain(text.slice(at, to), doing));
  return nodes;
}

function wrapped(entity, inner, text, doing) {
  if (entity.type in TAGS) return h(TAGS[entity.type], {}, inner);
  if (entity.type === "pre") return h("pre", {}, h("code", {}, text));
  if (QUOTES.has(entity.type)) return h("blockquote", {}, inner);
  if (entity.type === "spoiler") return spoiler(inner, doing);
  if (entity.type === "text_link") return link(entity.url, inner, doing);
  if (entity.type === "date_time") return dated(entity, inner);
  if (entity.type === "text_mention") return h("span", { class: "mention" }, inner);
  return h("span", {}, inner);
}

const WEEKDAY = { weekday: "long" };
const DATES = {
  d: { day: "2-digit", month: "2-digit", year: "2-digit" },
  D: { day: "numeric", month: "long", year: "numeric" },
  t: { hour: "2-digit", minute: "2-digit" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/** A moment: in its own words, or as its format says, in the reader's zone; the whole of it is told on hover. */
function dated(entity, inner) {
  const when = new Date(entity.unix_time * 1000);
  const format = entity.date_time_format ?? "";
  const language = document.documentElement.lang || undefined;
  const title = when.toLocaleString(language, { dateStyle: "full", timeStyle: "short" });
  return h("time", { dateTime: when.toISOString(), title }, format ? written(when, format, language) : inner);
}

function written(when, format, language) {
  if (format === "r") {
    const hours = Math.round((when.getTime() - Date.now()) / 3600000);
    const [amount, unit] = Math.abs(hours) < 48 ? [hours, "hour"] : [Math.round(hours / 24), "day"];
    return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(amount, unit);
  }
  const options = Object.assign({}, ...[...format].map((each) => (each === "w" ? WEEKDAY : DATES[each])));
  return new Intl.DateTimeFormat(language, options).format(when);
}

function spoiler(inner, doing) {
  const cover = h("span", { class: "spoiler", role: "button", tabIndex: 0, "aria-label": doing.say("showHidden") }, inner);
  const show = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  };
  cover.addEventListener("click", show);
  cover.addEventListener("keydown", show);
  return cover;
}

/** A link, which may only lead to the web, to mail or to a phone number. */
export function link(url, inner, doing) {
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return h("span", {}, inner);
  const onclick = (event) => doing.link(event, url);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick }, inner);
}

function plain(text, doing) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(FOUND)) {
    if (match.index > at) nodes.push(document.createTextNode(text.slice(at, match.index)));
    nodes.push(found(match, doing));
    at = match.index + match[0].length;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

function found(match, doing) {
  const text = match[0];
  if (match.groups.command) return h("button", { class: "command", type: "button", onclick: () => doing.command(text) }, text);
  if (match.groups.mail) return link(`mailto:${text}`, text, doing);
  if (match.groups.phone) return link(`tel:${text.replace(/^8/, "+7").replace(/[^\d+]/g, "")}`, text, doing);
  return link(match.groups.site ? `http://${text}` : text, text, doing);
}
