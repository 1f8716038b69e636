/** Short notices over a phone, such as answers to taps. */

import { h } from "./dom.js";

const SECONDS = 4;

export class Toasts {
  constructor() {
    this.element = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
  }

  /** Shows a text for a few seconds. */
  show(text) {
    const made = h("div", { class: "toast" }, text);
    this.element.replaceChildren(made);
    setTimeout(() => made.remove(), SECONDS * 1000);
  }
}
