/** The menu of a phone: language, chats, links, groups, blocking. */

import { choice } from "./attach.js";
import { h } from "./dom.js";
import { LANGUAGES, OWN_NAMES } from "./labels.js";

/**
 * Opens the menu of a phone.
 * @param {import("./phone.js").Phone} phone
 */
export function openMenu(phone) {
  const { say, state } = phone;
  const chat = state.chats[0];
  const content = [
    languages(phone),
    state.chats.length > 1 && chats(phone),
    links(phone),
    choice(say("addToGroup"), () => addToGroup(phone), "plus"),
    chat.blocked
      ? choice(say("unblock"), () => leave(phone, { do: "unblock" }), "close")
      : choice(say("block"), () => leave(phone, { do: "block" }), "close"),
    h("p", { class: "minor" }, `${say("telegramId")}: `, h("span", { class: "selectable" }, String(phone.id))),
  ];
  phone.sheets.open(say("menu"), content);
}

function languages(phone) {
  const options = LANGUAGES.map((each) => {
    const chosen = each === phone.language;
    return h("button", { class: "option", type: "button", lang: each, "aria-pressed": String(chosen), onclick: () => leave(phone, { do: "language", language: each }) }, OWN_NAMES[each]);
  });
  return h("div", { class: "group", role: "group", "aria-label": phone.say("language") }, h("h3", {}, phone.say("language")), h("div", { class: "options" }, ...options));
}

function chats(phone) {
  const options = phone.state.chats.map((each) => {
    const title = each.kind === "private" ? phone.state.bot.name : each.title;
    const onclick = () => {
      phone.sheets.close();
      phone.open(each.id);
    };
    return h("button", { class: "option", type: "button", "aria-pressed": String(each.id === phone.chat.id), onclick }, title);
  });
  return h("div", { class: "group", role: "group", "aria-label": phone.say("openChat") }, h("h3", {}, phone.say("openChat")), h("div", { class: "options" }, ...options));
}

function links(phone) {
  const { say, state } = phone;
  const field = h("input", { type: "text", maxLength: 200, autocomplete: "off", spellcheck: false, placeholder: say("deepLinkHint") });
  const hint = `https://t.me/${state.bot.username}?start=…`;
  const form = h("form", { class: "fields inline" }, h("label", {}, say("deepLink"), field), h("button", { class: "main", type: "submit" }, say("open")));
  field.title = hint;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = field.value.trim();
    const payload = given.includes("start=") ? given.split("start=")[1].split("&")[0] : given;
    phone.sheets.close();
    phone.link(payload);
  });
  return form;
}

function addToGroup(phone) {
  const groups = phone.state.chats.filter((each) => each.kind !== "private");
  const id = Math.min(-4_000_000_000, ...groups.map((each) => each.id)) - 1;
  leave(phone, { do: "add_to_group", chat_id: id, title: `${phone.say("groupName")} ${groups.length + 1}` }).then(() => phone.open(id));
}

function leave(phone, what) {
  phone.sheets.close();
  return phone.act(what);
}
