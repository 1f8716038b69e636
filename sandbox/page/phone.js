/** One person's phone: the chat with the bot, as reported by the server. */

import { Answers } from "./answers.js";
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
import { Taps } from "./taps.js";
import { Toasts } from "./toast.js";

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
    this.starting = false;
    this.connected = true;
    this.taps = new Taps();
    this.element = h("section", { class: "phone" });
    this.element.addEventListener("focusin", () => page.touched(this.id));
    this.element.addEventListener("pointerdown", () => page.touched(this.id));
    this.toasts = new Toasts();
    this.sheets = new Sheets(this.element, () => this.say);
    this.answers = new Answers(this.toasts, this.sheets);
    this.attach = new Attach(this);
    this.build();
  }

  get say() {
    return words(this.language);
  }

  /** Renders everything that depends on the language. */
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
    if (this.starting && !this.composer.form.hidden) {
      this.starting = false; // the field is there only now: the answer to the request may come first
      this.composer.field.focus();
    }
    this.answers.hear(state.chats[0].notices, this.say, state.bot.name);
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

  acting() {
    return {
      me: this.id,
      group: this.chat.kind !== "private",
      say: this.say,
      tap: (message, data, clicks) => this.tap(message, data, clicks),
      edit: (message) => this.composer.startEditing(message),
      command: (text) => this.act({ do: "text", text }),
      link: (event, url) => this.followed(event, url),
      copy: (text) => navigator.clipboard?.writeText(text).then(() => this.toasts.show(this.say("copied"))),
      refuse: () => this.toasts.show(this.say("notHere")),
    };
  }

  tap(message, data, clicks) {
    const send = () => this.act({ do: "tap", message_id: message.message_id, data });
    this.taps.take(this.chat, message.message_id, data, clicks, send);
  }

  /** Opens a link to this bot here, any other in a new window. */
  followed(event, url) {
    const to = new URL(url);
    if (to.hostname !== "t.me" || to.pathname.slice(1) !== this.state.bot.username) return;
    event.preventDefault();
    this.link(to.searchParams.get("start") ?? "");
  }

  /** A deep link with a payload was opened; nothing is sent before Start is pressed. */
  link(payload) {
    this.payload = payload || null;
    this.open(this.id);
  }

  start() {
    const payload = this.payload ?? "";
    this.payload = null;
    this.starting = true;
    return this.act({ do: "start", payload });
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
    // A short interruption is not worth showing.
    if (connected) set();
    else this.lost = setTimeout(set, 1500);
  }
}
