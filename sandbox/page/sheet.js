/** A panel that slides over a phone: takes the focus, closes with Escape, returns the focus. */

import { h, iconButton } from "./dom.js";

export class Sheets {
  /**
   * @param {HTMLElement} host the phone
   * @param {() => (id: string, values?: object) => string} words
   */
  constructor(host, words) {
    this.host = host;
    this.words = words;
    this.now = null;
  }

  /**
   * Opens a panel, replacing any that is open.
   * @param {string} title
   * @param {(Node|null|false)[]} content
   * @param {{role?: string, first?: HTMLElement}} [how]
   */
  open(title, content, how = {}) {
    const back = this.now ? this.now.back : document.activeElement;
    this.remove();
    const shut = iconButton("close", this.words()("close"), () => this.close());
    const panel = h("div", { class: "sheet", role: how.role ?? "dialog", "aria-modal": "true", "aria-label": title },
      h("div", { class: "sheet-head" }, h("h2", {}, title), shut), h("div", { class: "sheet-body" }, ...content.filter(Boolean)));
    const cover = h("div", { class: "cover", onclick: (event) => event.target === cover && this.close() }, panel);
    cover.addEventListener("keydown", (event) => this.key(event, panel));
    this.host.append(cover);
    for (const each of this.host.children) if (each !== cover) each.inert = true;
    this.now = { cover, back };
    (how.first ?? panel.querySelector(".sheet-body button, .sheet-body input, .sheet-body select") ?? shut).focus();
  }

  key(event, panel) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const choices = [...panel.querySelectorAll("button.choice")];
      const at = choices.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      choices[(at + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length].focus();
    }
  }

  remove() {
    this.now?.cover.remove();
    this.now = null;
    for (const each of this.host.children) each.inert = false;
  }

  /** Closes the open panel; the focus returns to where it was. */
  close() {
    const back = this.now?.back;
    this.remove();
    if (back?.isConnected) back.focus();
  }
}
