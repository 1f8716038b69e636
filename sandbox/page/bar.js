/** The bar over the phones: whose phones are shown, and how. */

import { avatar, h, iconButton } from "./dom.js";
import { Sheets } from "./sheet.js";
import { kept } from "./store.js";

export class Bar {
  constructor(root, page) {
    this.root = root;
    this.page = page;
    this.people = h("nav", { class: "people" });
    this.tools = h("div", { class: "tools" });
    root.append(this.people, this.tools);
    this.sheets = new Sheets(document.body, () => page.say);
    this.told = "";
  }

  /** Lists the personas; does nothing if they have not changed, so that the focus stays. */
  draw() {
    const { page } = this;
    const say = page.say;
    const told = JSON.stringify([page.people, kept.active, page.visible, kept.theme, kept.columns]);
    if (told === this.told) return;
    this.told = told;
    document.documentElement.lang = page.language;
    document.title = say("title");
    this.people.setAttribute("aria-label", say("phones"));
    const held = this.root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.people.replaceChildren(...page.people.map((each) => this.tab(each, say)));
    this.tools.replaceChildren(
      iconButton("plus", say("addPersona"), () => this.ask(), { "data-key": "add" }),
      iconButton("columns", say("columns", { count: kept.columns }), () => page.setColumns(), { "data-key": "columns", class: "icon-button wide-only" }),
      iconButton("theme", say("theme", { name: say(kept.theme) }), () => page.theme(), { "data-key": "theme" }),
    );
    this.people.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (held) this.root.querySelector(`[data-key="${held}"]`)?.focus();
  }

  tab(person, say) {
    const seen = this.page.visible.includes(person.id);
    const role = person.role ? h("span", { class: "minor" }, say(person.role)) : null;
    const about = { class: "tab", type: "button", "aria-pressed": String(seen), "data-key": `tab-${person.id}` };
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
    return h("button", { ...about, onclick: () => this.page.select(person.id) },
      avatar(name, person.id), h("span", { class: "tab-text" }, h("span", { class: "tab-name" }, person.first_name), role));
  }

  ask() {
    const say = this.page.say;
    const name = h("input", { type: "text", maxLength: 64, required: true, autocomplete: "off" });
    const form = h("form", { class: "fields" }, h("label", {}, say("name"), name), h("button", { class: "main", type: "submit" }, say("add")));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!name.value.trim()) return;
      this.sheets.close();
      await this.page.add(name.value.trim());
    });
    this.sheets.open(say("addPersona"), [form], { first: name });
  }
}
