/** One person's phone: the chat with the bot, kept as the server tells it. */

import * as api from "./api.js";
import { Attach, choice } from "./attach.js";
import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { Head, introduction } from "./head.js";
import { known, words } from "./labels.js";
import { Log } from "./log.js";
import { openMenu } from "./menu.js";
import { Sheets } from "./sheet.js";
import { keep, kept } from "./store.js";
import { Toasts } from "./toast.js";

const TAP_SECONDS = 10;

export class Phone {
  /**
   * @param {import("./api.js").Persona} persona
   * @param {{touched: (id: number) => void, refresh: () => Promise<void>}} page
   */
  constructor(persona, page) {
    this.id = persona.id;
    this.page = page;
    this.language = known(persona.language_code);
    this.name = persona.first_name;
    this.fullName = [persona.first_name, persona.last_name].filter(Boolean).join(" ");
    /** @type {import("./api.js").State|null} */
    this.state = null;
    this.payload = null;
    this.connected = true;
    this.tapped = new Map();
    /** @type {string|null} the last answer to a tap that was shown */
    this.heard = null;
    this.element = h("section", { class: "phone" });
    this.element.addEventListener("focusin", () => page.touched(this.id));
    this.element.addEventListener("pointerdown", () => page.touched(this.id));
    this.toasts = new Toasts();
    this.sheets = new Sheets(this.element, () => this.say);
    this.attach = new Attach(this);
    this.build();
  }

  get say() {
    return words(this.language);
  }

  /** Everything whose words depend on the language. */
  build() {
    const { say } = this;
    this.element.lang = this.language;
    this.element.setAttribute("aria-label", say("phoneOf", { name: this.name }));
    this.head = new Head(this, say, () => this.state && openMenu(this));
    this.log = new Log(say);
    this.intro = h("div", { class: "intro", hidden: true });
    this.composer = new Composer(this.id, say, {
      send: (text) => this.act({ do: "text", text, ...(this.chat.kind === "private" ? {} : { chat_id: this.chat.id }) }),
      edit: (message_id, text) => this.act({ do: "edit", message_id, text }),
      attach: () => this.attach.open(),
      commands: () => this.commands(),
      press: (button) => this.press(button),
      start: () => this.start(),
      unblock: () => this.act({ do: "unblock" }),
    });
    this.element.replaceChildren(this.head.element, this.log.element, this.intro, this.composer.element, this.toasts.element);
  }

  get chat() {
    const chats = this.state?.chats ?? [];
    return chats.find((each) => each.id === kept.chat[this.id]) ?? chats[0];
  }

  /** @param {import("./api.js").State} state */
  show(state) {
    this.state = state;
    if (known(state.me.language_code) !== this.language) {
      this.language = known(state.me.language_code);
      this.build();
    }
    const chat = this.chat;
    const group = chat.kind !== "private";
    this.head.show(group ? chat.title : state.bot.name, group);
    this.introduce(chat);
    this.log.show(chat, this.acting(), this.language);
    this.composer.show(chat, state.commands.length > 0, chat.kind === "private" ? this.payload : null);
    this.hear(state.chats[0]);
    this.tell();
  }

  introduce(chat) {
    const empty = chat.kind === "private" && !chat.messages.length;
    this.intro.hidden = !empty;
    this.log.element.hidden = empty;
    if (empty) this.intro.replaceChildren(introduction(this.state.bot, this.say));
  }

  tell() {
    const { chat } = this;
    clearTimeout(this.typing);
    if (chat?.typing) this.typing = setTimeout(() => this.page.refresh(), chat.typing * 1000 + 100);
    this.head.tell(this.connected, Boolean(chat?.typing), Boolean(chat) && chat.kind !== "private");
  }

  /** Say what answers to taps said, each once; what was said before this phone was first looked at is old. */
  hear(chat) {
    const newest = chat.notices.at(-1)?.callback_query_id ?? "";
    // Numbers that are smaller than before are those of a server that began anew.
    const heard = this.heard !== null && newest < this.heard ? "" : this.heard;
    this.heard = newest;
    if (heard === null) return;
    for (const each of chat.notices.filter((one) => one.callback_query_id > heard)) this.notice(each);
  }

  notice(notice) {
    if (!notice.show_alert) {
      this.toasts.show(notice.text);
      return;
    }
    const ok = h("button", { class: "main", type: "button", onclick: () => this.sheets.close() }, this.say("ok"));
    this.sheets.open(this.state.bot.name, [h("p", { class: "alert" }, notice.text), ok], { role: "alertdialog", first: ok });
  }

  acting() {
    return {
      me: this.id,
      group: this.chat.kind !== "private",
      say: this.say,
      tap: (message, data) => this.tap(message, data),
      edit: (message) => this.composer.startEditing(message),
      command: (text) => this.act({ do: "text", text }),
      link: (event, url) => this.followed(event, url),
      copy: (text) => navigator.clipboard?.writeText(text).then(() => this.toasts.show(this.say("copied"))),
      refuse: () => this.toasts.show(this.say("notHere")),
    };
  }

  /** One tap at a time on one button: a second waits for the answer, but not for ever. */
  tap(message, data) {
    const key = `${message.message_id} ${data}`;
    const busy = this.chat.busy.some((each) => each.message_id === message.message_id && each.data === data);
    if (Date.now() - (this.tapped.get(key) ?? 0) < (busy ? TAP_SECONDS * 1000 : 300)) return;
    this.tapped.set(key, Date.now());
    this.act({ do: "tap", message_id: message.message_id, data });
  }

  /** A link to this bot is followed here, any other in a window of its own. */
  followed(event, url) {
    const to = new URL(url);
    if (to.hostname !== "t.me" || to.pathname.slice(1) !== this.state.bot.username) return;
    event.preventDefault();
    this.link(to.searchParams.get("start") ?? "");
  }

  /** A link with a payload was opened: nothing is sent before Start is pressed. */
  link(payload) {
    this.payload = payload || null;
    this.open(this.id);
  }

  start() {
    const payload = this.payload ?? "";
    this.payload = null;
    return this.act({ do: "start", payload }).then(() => this.composer.field.focus());
  }

  open(chatId) {
    kept.chat[this.id] = chatId;
    keep();
    if (this.state) this.page.refresh();
  }

  press(button) {
    if (button.request_contact) this.attach.contact(true);
    else if (button.request_location) this.attach.location();
    else this.act({ do: "text", text: button.text });
  }

  commands() {
    const list = this.state.commands.map((each) => choice(each.description, () => this.command(each.command), "", `/${each.command}`));
    this.sheets.open(this.say("commands"), list);
  }

  command(name) {
    this.sheets.close();
    this.act({ do: "text", text: `/${name}` });
  }

  file(file, kind, caption) {
    return this.trying(() => api.sendFile(this.id, file, kind, caption));
  }

  act(what) {
    return this.trying(() => api.act(this.id, what));
  }

  async trying(doing) {
    try {
      await doing();
    } catch {
      this.toasts.show(this.say("failed"));
    }
    await this.page.refresh();
  }

  connection(connected) {
    clearTimeout(this.lost);
    const set = () => {
      this.connected = connected;
      this.tell();
    };
    // A short break is nobody's business.
    if (connected) set();
    else this.lost = setTimeout(set, 1500);
  }
}
