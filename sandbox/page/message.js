/** Renders one message. */

import { cards } from "./cards.js";
import { h, icon, iconButton } from "./dom.js";
import { formatted, link } from "./entities.js";

const clock = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Almaty" });

/**
 * @typedef {import("./entities.js").Doing & {
 *   tap: (message: import("./api.js").Message, data: string, clicks: number) => void,
 *   edit: (message: import("./api.js").Message) => void,
 *   copy: (text: string) => void, refuse: () => void,
 *   me: number, group: boolean}} Acting
 */

/**
 * The element that shows a message; the log replaces it when the message changes.
 * @param {import("./api.js").Message} message
 * @param {Set<string>} busy data of the buttons that wait for an answer
 * @param {Acting} acting
 * @returns {HTMLElement}
 */
export function messageElement(message, busy, acting) {
  const { say } = acting;
  if (message.pinned_message) return service(message, say("pinned"));
  const own = message.from.id === acting.me;
  const who = own ? say("you") : message.from.first_name;
  const parts = [
    acting.group && !own && h("span", { class: "author" }, message.from.first_name),
    message.reply_to_message && quoted(message.reply_to_message, say),
    ...cards(message, say),
    textOf(message, acting),
  ].filter(Boolean);
  if (!parts.length) parts.push(h("em", { class: "text" }, say("unsupported")));
  const bubble = h("div", { class: "bubble", dir: "auto" }, ...parts, stamp(message, own, say));
  const pencil = own && message.text && !acting.group && iconButton("edit", say("edit"), () => acting.edit(message), { class: "icon-button pencil" });
  const line = h("div", { class: "line" }, pencil, bubble);
  const about = { class: `message ${own ? "own" : "theirs"}`, tabIndex: -1, "aria-label": `${who}, ${clock.format(message.date * 1000)}` };
  const made = h("article", about, line, keyboard(message, busy, acting));
  made.dataset.id = String(message.message_id);
  return made;
}

/** A line that nobody has written: what has become of the chat. */
function service(message, text) {
  const made = h("article", { class: "service", tabIndex: -1 }, h("span", {}, text));
  made.dataset.id = String(message.message_id);
  return made;
}

function textOf(message, acting) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  return h("div", { class: "text" }, formatted(text, entities.filter((each) => each.type !== "bot_command"), acting));
}

function quoted(message, say) {
  const text = message.text ?? message.caption ?? say(message.photo ? "photo" : message.document ? "file" : "location");
  return h("div", { class: "quoted" }, h("strong", {}, message.from.first_name), h("span", {}, text));
}

function stamp(message, own, say) {
  const date = new Date(message.date * 1000);
  const time = h("time", { dateTime: date.toISOString() }, clock.format(date));
  const lock = message.has_protected_content && h("span", { class: "lock", role: "img", title: say("protected"), "aria-label": say("protected") }, icon("lock"));
  const pin = message.pinned && h("span", { class: "pin", role: "img", title: say("pinned"), "aria-label": say("pinned") }, "📌");
  return h("span", { class: "stamp" }, lock || null, pin || null, message.edit_date && own ? `${say("edited")} ` : null, time);
}

function keyboard(message, busy, acting) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return h("div", { class: "inline-keys" }, rows.map((row) => h("div", { class: "row" }, row.map((each) => key(each, message, busy, acting)))));
}

function key(button, message, busy, acting) {
  if (button.url) {
    const made = link(button.url, [label(button.text), icon("out")], acting);
    made.className = "key";
    made.setAttribute("aria-label", `${button.text}, ${acting.say("opensElsewhere")}`);
    return made;
  }
  const onclick = (event) => {
    if (button.callback_data && !acting.group) acting.tap(message, button.callback_data, event.detail);
    else if (button.copy_text) acting.copy(button.copy_text.text);
    else acting.refuse();
  };
  const made = h("button", { class: "key", type: "button", onclick }, label(button.text));
  if (button.callback_data) made.dataset.data = button.callback_data;
  markBusy(made, busy);
  return made;
}

/** The text of a button; lines break between words, not at hyphens. */
function label(text) {
  return h("span", {}, text.split(/(\S*-\S*)/).map((part, at) => (at % 2 ? h("span", { class: "whole" }, part) : part)));
}

/** Shows whether a button waits for its answer. */
export function markBusy(button, busy) {
  const waits = busy.has(button.dataset.data);
  button.classList.toggle("busy", waits);
  if (waits) button.setAttribute("aria-busy", "true");
  else button.removeAttribute("aria-busy");
}
