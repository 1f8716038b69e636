/** The input of a chat: text, commands, attachments, the bot's reply keyboard. */

import { h, iconButton } from "./dom.js";
import { replyKeys } from "./reply_keys.js";
import { keep, kept } from "./store.js";

const LIMIT = 4096;

/**
 * @typedef {{send: (text: string) => void, edit: (id: number, text: string) => void, attach: () => void,
 *   commands: () => void, press: (button: any) => void, start: () => void, unblock: () => void}} Does
 */

export class Composer {
  /**
   * @param {number} persona
   * @param {(id: string, values?: object) => string} say
   * @param {Does} does
   */
  constructor(persona, say, does) {
    this.persona = persona;
    this.say = say;
    this.does = does;
    this.edited = null;
    this.keyboard = null;
    this.from = 0;
    this.build();
  }

  build() {
    const { say, does } = this;
    this.field = h("textarea", { rows: 1, maxLength: LIMIT, placeholder: say("write"), "aria-label": say("write"), enterKeyHint: "send", dir: "auto" });
    this.field.value = kept.drafts[this.persona] ?? "";
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.commandsButton = iconButton("commands", say("commands"), does.commands, { "aria-haspopup": "dialog" });
    this.attachButton = iconButton("clip", say("attach"), does.attach, { "aria-haspopup": "dialog" });
    this.keysButton = iconButton("keys", say("keysShow"), () => this.toggleKeys());
    const send = iconButton("send", say("send"), () => {}, { type: "submit", class: "icon-button send" });
    this.form = h("form", { class: "composer" }, this.commandsButton, this.field, this.keysButton, this.attachButton, send);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.editBar = h("div", { class: "edit-bar", hidden: true }, h("span", {}, say("editing")), iconButton("close", say("cancel"), () => this.stopEditing()));
    this.big = h("div", { class: "big-action", hidden: true });
    this.keys = h("div", { class: "keys-place" });
    this.element = h("div", { class: "foot" }, this.editBar, this.form, this.big, this.keys);
    requestAnimationFrame(() => this.grow());
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.edited !== null) this.stopEditing();
  }

  typed() {
    this.grow();
    if (this.edited === null) {
      kept.drafts[this.persona] = this.field.value;
      keep();
    }
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 160)}px`;
  }

  submit() {
    const text = this.field.value.trim();
    if (!text) return;
    if (this.edited !== null) this.does.edit(this.edited, text);
    else this.does.send(text);
    this.edited = null;
    this.editBar.hidden = true;
    this.field.value = "";
    this.typed();
    this.field.focus();
  }

  startEditing(message) {
    this.edited = message.message_id;
    this.editBar.hidden = false;
    this.field.value = message.text;
    this.grow();
    this.field.focus();
  }

  stopEditing() {
    this.edited = null;
    this.editBar.hidden = true;
    this.field.value = kept.drafts[this.persona] ?? "";
    this.grow();
    this.field.focus();
  }

  /**
   * Shows the controls that this chat allows now.
   * @param {import("./api.js").Chat} chat
   * @param {boolean} commands whether the bot has any
   * @param {string|null} payload of the deep link that was opened
   */
  show(chat, commands, payload) {
    const { say, does } = this;
    const group = chat.kind !== "private";
    const empty = !group && !chat.messages.length;
    const big = chat.blocked ? [say("unblock"), does.unblock]
      : payload ? [say("startFrom", { payload }), does.start]
      : empty ? [say("start"), does.start] : null;
    this.action(big, group && !chat.present ? say("gone") : chat.blocked ? say("blockedHere") : "");
    this.commandsButton.hidden = group || !commands;
    this.attachButton.hidden = group;
    this.field.placeholder = chat.keyboard?.input_field_placeholder || say("write");
    this.place(group ? null : chat.keyboard, chat.keyboard_from);
  }

  action(big, note) {
    this.form.hidden = Boolean(big || note);
    this.big.hidden = !this.form.hidden;
    const told = `${note} ${big?.[0] ?? ""}`;
    if (this.big.dataset.told === told) return;
    this.big.dataset.told = told;
    const button = big && h("button", { class: "main", type: "button", onclick: big[1] }, big[0]);
    this.big.replaceChildren(...[note && h("p", {}, note), button].filter(Boolean));
  }

  place(markup, from) {
    const told = JSON.stringify([markup, from]);
    if (told !== this.told) {
      this.told = told;
      this.keyboard = markup;
      this.from = from;
      const made = replyKeys(markup, (button) => this.pressed(button));
      this.keys.replaceChildren(...(made ? [made] : []));
    }
    this.keysButton.hidden = !this.keys.firstChild;
    this.showKeys();
  }

  get away() {
    return kept.putAway[this.persona] === this.from;
  }

  showKeys() {
    this.keys.hidden = this.away || this.form.hidden;
    const label = this.say(this.away ? "keysShow" : "keysHide");
    this.keysButton.title = label;
    this.keysButton.setAttribute("aria-label", label);
    this.keysButton.setAttribute("aria-expanded", String(!this.away));
  }

  toggleKeys(away = !this.away) {
    kept.putAway[this.persona] = away ? this.from : -1;
    keep();
    this.showKeys();
  }

  pressed(button) {
    this.does.press(button);
    if (this.keyboard?.one_time_keyboard) {
      this.toggleKeys(true);
      this.field.focus();
    }
  }
}
