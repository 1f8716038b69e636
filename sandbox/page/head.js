/** The header of a phone: the chat shown, its status, and the owner. */

import { avatar, botAvatar, h, iconButton } from "./dom.js";

export class Head {
  /**
   * @param {{id: number, name: string, fullName: string}} owner
   * @param {(id: string, values?: object) => string} say
   * @param {() => void} menu
   */
  constructor(owner, say, menu) {
    this.say = say;
    this.title = h("h1", {});
    this.status = h("p", { class: "status", role: "status" });
    this.face = h("span", { class: "face" });
    const whose = h("span", { class: "owner wide-only" }, avatar(owner.fullName, owner.id), owner.name);
    const more = iconButton("more", say("menu"), menu, { "aria-haspopup": "dialog" });
    this.element = h("header", { class: "phone-head" }, this.face, h("div", { class: "titles" }, this.title, this.status), whose, more);
  }

  /** Shows the name of the chat. */
  show(title, group) {
    if (this.title.textContent === title) return;
    this.title.textContent = title;
    this.face.replaceChildren(group ? avatar(title, 4) : botAvatar());
  }

  /** The line under the title: connecting, typing, or the kind of chat. */
  tell(connected, typing, group) {
    const { say } = this;
    const text = !connected ? say("connecting") : typing ? say("typing") : say(group ? "group" : "bot");
    this.status.classList.toggle("alive", connected && typing);
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}

/**
 * The content of an empty chat: the bot's name and description.
 * @param {{name: string, description: string}} bot
 * @param {(id: string, values?: object) => string} say
 * @returns {HTMLElement}
 */
export function introduction(bot, say) {
  const about = bot.description && [h("h3", {}, say("whatCan")), h("p", {}, bot.description)];
  return h("div", { class: "intro-card" }, botAvatar(), h("h2", {}, bot.name), ...(about || []));
}
