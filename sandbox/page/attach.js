/** Attachments: a photo, a file, a location, a phone number. */

import { sizeOf } from "./cards.js";
import { h, icon } from "./dom.js";
import { known } from "./labels.js";
import { PLACES } from "./places.js";

const UPLOAD_LIMIT = 50 * 1024 * 1024;

/** A selectable line of a sheet. */
export function choice(text, onclick, iconName = "", minor = "") {
  return h("button", { class: "choice", type: "button", onclick }, iconName && icon(iconName), h("span", { class: "choice-text" }, text, minor && h("span", { class: "minor" }, minor)));
}

/** A person's own number, derived from the id so that it never changes. */
export const ownPhone = (id) => `+7700${String(id).padStart(7, "0").slice(-7)}`;

export class Attach {
  /** @param {import("./phone.js").Phone} phone */
  constructor(phone) {
    this.phone = phone;
  }

  open() {
    const { say, sheets } = this.phone;
    sheets.open(say("attach"), [
      choice(say("photo"), () => this.pick("photo"), "photo"),
      choice(say("file"), () => this.pick("document"), "file"),
      choice(say("location"), () => this.location(), "pin"),
      choice(say("contact"), () => this.contact(), "person"),
    ]);
  }

  pick(kind) {
    const input = h("input", { type: "file", accept: kind === "photo" ? "image/png,image/jpeg,image/gif" : "" });
    input.addEventListener("change", () => input.files[0] && this.preview(input.files[0], kind));
    input.click();
  }

  preview(file, kind) {
    const { say, sheets, toasts } = this.phone;
    if (file.size > UPLOAD_LIMIT) {
      toasts.show(say("tooLarge"));
      return;
    }
    const caption = h("input", { type: "text", maxLength: 1024 });
    const send = h("button", { class: "main", type: "submit" }, say("send"));
    const form = h("form", { class: "fields" }, h("label", {}, say("caption"), caption), send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      sheets.close();
      this.phone.file(file, kind, caption.value.trim());
    });
    const title = kind === "photo" ? say("sendPhoto") : say("sendFile");
    const about = h("p", { class: "about-file" }, h("strong", {}, file.name), ` ${sizeOf(file.size)}`);
    sheets.open(title, [kind === "photo" && picture(file, say), about, form], { first: send });
  }

  location() {
    const { say, sheets, language } = this.phone;
    const towns = PLACES.map((each) => choice(each[known(language)], () => this.place(each.lat, each.lon), "pin"));
    const field = h("input", { type: "text", inputMode: "text", placeholder: "51.128, 71.430", autocomplete: "off" });
    const wrong = h("p", { class: "wrong", role: "alert" });
    const form = h("form", { class: "fields" }, h("label", {}, say("coordinates"), field), wrong, h("button", { class: "main", type: "submit" }, say("send")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [lat, lon] = field.value.split(/[\s,;]+/).filter(Boolean).map(Number);
      if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) this.place(lat, lon);
      else wrong.textContent = say("badCoordinates");
    });
    sheets.open(say("sendLocation"), [h("p", { class: "minor" }, say("town")), h("div", { class: "towns" }, ...towns), form]);
  }

  place(latitude, longitude) {
    this.phone.sheets.close();
    this.phone.act({ do: "location", latitude, longitude });
  }

  /** Offers the own number with a warning, and others' unless the bot asked for the own one. */
  contact(onlyOwn = false) {
    const { say, sheets, id } = this.phone;
    const phone = ownPhone(id);
    const own = choice(say("ownNumber", { phone }), () => this.share({ phone_number: phone }), "person", say("shareNumber"));
    if (onlyOwn) {
      sheets.open(say("sendContact"), [own]);
      return;
    }
    const name = h("input", { type: "text", maxLength: 64, required: true, autocomplete: "off" });
    const number = h("input", { type: "tel", maxLength: 20, required: true, autocomplete: "off" });
    const form = h("form", { class: "fields" }, h("h3", {}, say("otherNumber")), h("label", {}, say("name"), name), h("label", {}, say("phone"), number),
      h("button", { class: "main", type: "submit" }, say("send")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.share({ phone_number: number.value.trim(), first_name: name.value.trim(), user_id: 0 });
    });
    sheets.open(say("sendContact"), [own, form]);
  }

  share(contact) {
    this.phone.sheets.close();
    this.phone.act({ do: "contact", ...contact });
  }
}

function picture(file, say) {
  const url = URL.createObjectURL(file);
  return h("img", { class: "preview", src: url, alt: say("photo"), onload: () => URL.revokeObjectURL(url) });
}
