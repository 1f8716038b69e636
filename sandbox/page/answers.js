/** Shows each answer to a tap once: briefly over the chat, or as an alert until it is closed. */

import { h } from "./dom.js";

export class Answers {
  /**
   * @param {import("./toast.js").Toasts} toasts
   * @param {import("./sheet.js").Sheets} sheets
   */
  constructor(toasts, sheets) {
    this.toasts = toasts;
    this.sheets = sheets;
    /** @type {string|null} the last one shown; all earlier than the first look at the phone count as shown */
    this.heard = null;
  }

  /**
   * Shows new answers.
   * @param {import("./api.js").Notice[]} notices oldest first
   * @param {(id: string, values?: object) => string} say
   * @param {string} bot its name
   */
  hear(notices, say, bot) {
    const newest = notices.at(-1)?.callback_query_id ?? "";
    // Smaller numbers than before come from a restarted server.
    const heard = this.heard !== null && newest < this.heard ? "" : this.heard;
    this.heard = newest;
    if (heard === null) return;
    for (const each of notices.filter((one) => one.callback_query_id > heard)) {
      if (each.show_alert) this.alert(each.text, say, bot);
      else this.toasts.show(each.text);
    }
  }

  alert(text, say, bot) {
    const ok = h("button", { class: "main", type: "button", onclick: () => this.sheets.close() }, say("ok"));
    this.sheets.open(bot, [h("p", { class: "alert" }, text), ok], { role: "alertdialog", first: ok });
  }
}
