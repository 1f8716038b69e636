/** The list of messages; keeps unchanged elements and the reading position. */

import { h, iconButton } from "./dom.js";
import { markBusy, messageElement } from "./message.js";

const NEAR = 80;
const GAP = 8;
const day = (seconds) => new Date(seconds * 1000).toLocaleDateString("sv", { timeZone: "Asia/Almaty" });

export class Log {
  /** @param {(id: string, values?: object) => string} say */
  constructor(say) {
    /** @type {Map<number, {made: HTMLElement, told: string}>} */
    this.shown = new Map();
    this.list = h("div", { class: "log", role: "log", "aria-live": "polite", tabIndex: 0, "aria-label": say("chat") });
    this.down = iconButton("down", say("newMessages"), () => this.toEnd(), { class: "icon-button down", hidden: true });
    this.element = h("div", { class: "log-frame" }, this.list, this.down);
    this.height = 0;
    // A keyboard that appears or disappears changes the height; this is not scrolling away from the end.
    this.list.addEventListener("scroll", () => this.list.clientHeight === this.height && this.offerDown());
    new ResizeObserver(() => this.resized()).observe(this.list);
    this.stuck = true;
    this.chat = 0;
  }

  /**
   * Shows these messages.
   * @param {import("./api.js").Chat} chat
   * @param {import("./message.js").Acting} acting
   * @param {string} language
   */
  show(chat, acting, language) {
    if (this.chat !== chat.id || this.language !== language) {
      this.shown.clear();
      this.list.replaceChildren();
    }
    const fresh = this.chat !== chat.id;
    this.chat = chat.id;
    this.language = language;
    const stuck = fresh || this.stuck;
    const newest = Math.max(0, ...this.shown.keys());
    const changed = this.reconcile(chat, acting);
    const sent = changed.some((each) => each.from.id === acting.me && each.message_id > newest);
    if (changed.length && (stuck || sent)) this.toEnd();
    this.offerDown();
  }

  /** @returns {import("./api.js").Message[]} what was added or changed */
  reconcile(chat, acting) {
    const changed = [];
    const present = new Set();
    const order = [];
    let date = "";
    for (const message of chat.messages) {
      const when = day(message.date);
      if (when !== date) order.push(this.separator((date = when), acting.say));
      const busy = new Set(chat.busy.filter((each) => each.message_id === message.message_id).map((each) => each.data));
      order.push(this.line(message, busy, acting, () => changed.push(message)));
      present.add(message.message_id);
    }
    for (const [id] of this.shown) if (id > 0 && !present.has(id)) this.shown.delete(id);
    this.place(order);
    return changed;
  }

  line(message, busy, acting, note) {
    const told = JSON.stringify(message);
    const old = this.shown.get(message.message_id);
    if (old?.told === told) {
      for (const button of old.made.querySelectorAll("button.key")) markBusy(button, busy);
      return old.made;
    }
    const made = messageElement(message, busy, acting);
    if (old) this.swap(old.made, made);
    this.shown.set(message.message_id, { made, told });
    note();
    return made;
  }

  /** Replaces an edited message in place; keyboard focus on it is kept. */
  swap(old, made) {
    const held = old.contains(document.activeElement);
    old.replaceWith(made);
    if (held) made.focus({ preventScroll: true });
    made.classList.add("changed");
  }

  separator(date, say) {
    const number = -Number(date.replaceAll("-", ""));
    const now = Date.now() / 1000;
    const text = date === day(now) ? say("today") : date === day(now - 86400) ? say("yesterday") : date.split("-").reverse().join(".");
    const old = this.shown.get(number);
    if (old?.told === text) return old.made;
    const made = h("div", { class: "day" }, h("span", {}, text));
    this.shown.set(number, { made, told: text });
    return made;
  }

  /** Sorts the children without touching those in place: screen readers read a moved element again. */
  place(order) {
    const wanted = new Set(order);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    order.forEach((element, at) => {
      if (this.list.children[at] !== element) this.list.insertBefore(element, this.list.children[at] ?? null);
    });
  }

  resized() {
    this.height = this.list.clientHeight;
    if (this.stuck) this.toEnd();
    else this.offerDown();
  }

  /** The top of the newest message. */
  get newestTop() {
    return (this.list.lastElementChild?.offsetTop ?? 0) - GAP;
  }

  /** Scrolls to the newest message, or to its top if it does not fit the screen. */
  toEnd() {
    this.list.scrollTop = this.newestTop;
    this.stuck = true;
    this.offerDown();
  }

  offerDown() {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    this.stuck = near || Math.abs(this.newestTop - scrollTop) < NEAR;
    this.down.hidden = near;
  }
}
