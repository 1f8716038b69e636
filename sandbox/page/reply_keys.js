/** The reply keyboard of the bot, under the input field. */

import { h } from "./dom.js";

/**
 * The keyboard as an element; null if there is none to show.
 * @param {any} markup
 * @param {(button: {text: string, request_contact?: boolean, request_location?: boolean}) => void} press
 * @returns {HTMLElement|null}
 */
export function replyKeys(markup, press) {
  const rows = markup?.keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "reply-keys" }, rows.map((row) => h("div", { class: "row" }, row.map((each) => key(each, press)))));
}

function key(given, press) {
  const button = typeof given === "string" ? { text: given } : given;
  return h("button", { class: "reply-key", type: "button", onclick: () => press(button) }, button.text);
}
