/** The page: whose phones are shown, in how many columns, in which theme. */

import * as api from "./api.js";
import { Bar } from "./bar.js";
import { known, words } from "./labels.js";
import { Phone } from "./phone.js";
import { keep, kept } from "./store.js";

const WIDE = matchMedia("(min-width: 760px)");
const DARK = matchMedia("(prefers-color-scheme: dark)");
const address = new URLSearchParams(location.search);

class Page {
  constructor() {
    this.root = document.getElementById("phones");
    /** @type {Map<number, Phone>} */
    this.phones = new Map();
    /** @type {import("./api.js").Persona[]} */
    this.people = [];
    this.bar = new Bar(document.getElementById("bar"), this);
    this.running = false;
    this.again = false;
  }

  async open() {
    this.paint();
    await this.meet();
    const asked = Number(address.get("persona"));
    this.select(this.person(asked) ? asked : kept.active);
    this.follow(address.get("start"));
    WIDE.addEventListener("change", () => this.lay());
    DARK.addEventListener("change", () => this.paint());
    api.listen(() => this.refresh(), (connected) => this.connection(connected));
    document.documentElement.dataset.ready = "true";
  }

  /** A deep link in the page's own address; it is used once, so that a reload does not start again. */
  follow(payload) {
    if (payload !== null) this.phones.get(kept.active)?.link(payload);
    if (location.search) history.replaceState(null, "", location.pathname);
  }

  async meet() {
    this.people = await api.personas();
    const there = kept.open.filter((id) => this.person(id));
    const rest = this.people.map((each) => each.id).filter((id) => !there.includes(id));
    const open = [...there, ...rest].slice(0, 3);
    keep({ open, active: open.includes(kept.active) ? kept.active : open[0] });
  }

  person(id) {
    return this.people.find((each) => each.id === id);
  }

  get columns() {
    return WIDE.matches ? Math.min(kept.columns, kept.open.length) : 1;
  }

  get language() {
    return known(this.person(kept.active)?.language_code ?? "ru");
  }

  /** The visible personas, from left to right. */
  get visible() {
    if (this.columns === 1) return [kept.active];
    return kept.open.slice(0, this.columns);
  }

  /** Brings a persona to the front; with several columns it replaces the active one. */
  select(id) {
    if (!this.visible.includes(id) && this.columns > 1) {
      const at = Math.max(0, this.visible.indexOf(kept.active));
      const open = kept.open.filter((each) => each !== id);
      open.splice(at, 0, id);
      keep({ open });
    } else if (!kept.open.includes(id)) keep({ open: [id, ...kept.open].slice(0, 3) });
    keep({ active: id });
    this.lay();
  }

  /** Makes the owner of a touched phone the active persona. */
  touched(id) {
    if (kept.active === id) return;
    keep({ active: id });
    this.bar.draw();
  }

  lay() {
    const visible = this.visible;
    for (const [id, phone] of this.phones) if (!visible.includes(id)) phone.element.remove();
    for (const id of visible) {
      if (!this.phones.has(id)) this.phones.set(id, new Phone(this.person(id), this));
    }
    const wanted = visible.map((id) => this.phones.get(id).element);
    if (wanted.some((element, at) => this.root.children[at] !== element)) this.root.replaceChildren(...wanted);
    this.root.dataset.columns = String(this.columns);
    this.bar.draw();
    this.refresh();
  }

  /** Fetches what the phones show; simultaneous changes cause one request. */
  async refresh() {
    this.again = true;
    if (this.running) return;
    this.running = true;
    while (this.again) {
      this.again = false;
      await Promise.all(this.visible.map((id) => this.renew(id)));
    }
    this.running = false;
  }

  async renew(id) {
    const state = await this.ask(id);
    if (!state) return;
    Object.assign(this.person(id) ?? {}, state.me);
    this.phones.get(id)?.show(state);
    this.bar.draw();
  }

  async ask(id) {
    try {
      return await api.state(id);
    } catch (error) {
      // A restarted server does not know an added persona, so the list is fetched again. If it does not answer
      // at all, the stream of events will reconnect and ask again.
      if (error instanceof api.Refused) await this.meet().then(() => this.lay());
      return null;
    }
  }

  connection(connected) {
    for (const phone of this.phones.values()) phone.connection(connected);
  }

  async add(name) {
    const made = await api.addPersona(name, this.language);
    await this.meet();
    this.select(made.id);
  }

  paint() {
    const own = DARK.matches ? "dark" : "light";
    document.documentElement.dataset.theme = kept.theme === "auto" ? own : kept.theme;
  }

  theme() {
    const order = ["auto", "light", "dark"];
    keep({ theme: order[(order.indexOf(kept.theme) + 1) % order.length] });
    this.paint();
    this.bar.draw();
  }

  setColumns() {
    keep({ columns: (kept.columns % 3) + 1 });
    this.lay();
  }

  get say() {
    return words(this.language);
  }
}

new Page().open();
