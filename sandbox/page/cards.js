/** What a message may contain besides text: pictures, files, locations, phone numbers. */

import { fileUrl } from "./api.js";
import { avatar, h, icon } from "./dom.js";

/**
 * The parts of a message that are not text, in order.
 * @param {import("./api.js").Message} message
 * @param {(id: string, values?: object) => string} say
 * @returns {HTMLElement[]}
 */
export function cards(message, say) {
  const made = [];
  if (message.photo) made.push(photo(message.photo.at(-1), say));
  if (message.document) made.push(file(message.document, say));
  if (message.venue) made.push(place(message.venue.location, message.venue, say));
  else if (message.location) made.push(place(message.location, null, say));
  if (message.contact) made.push(contact(message.contact));
  return made;
}

function photo(size, say) {
  // With known width and height nothing jumps when the picture arrives.
  const image = h("img", { src: fileUrl(size.file_id), alt: say("photo"), width: size.width, height: size.height });
  const about = { href: fileUrl(size.file_id), target: "_blank", rel: "noopener", "aria-label": say("openPhoto") };
  return h("a", { class: "photo", ...about }, image);
}

function file(document, say) {
  const name = document.file_name || say("file");
  const about = { href: fileUrl(document.file_id, true), download: name, "aria-label": say("download", { name }) };
  const size = h("span", { class: "minor" }, sizeOf(document.file_size));
  const sign = h("span", { class: "sign" }, icon("save"));
  return h("a", { class: "card file", ...about }, sign, h("span", { class: "card-text" }, h("span", { class: "name" }, name), size));
}

/** A human-readable size. */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function place(location, venue, say) {
  const { latitude: lat, longitude: lon } = location;
  const where = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  const map = h("span", { class: "map", "aria-hidden": "true" }, icon("pin"));
  const title = h("strong", {}, venue ? venue.title : say("pointOnMap"));
  const text = h("span", { class: "card-text" }, title, venue && h("span", {}, venue.address), h("span", { class: "minor" }, where));
  return h("div", { class: "place" }, map, text);
}

function contact(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  const number = h("a", { href: `tel:${contact.phone_number.replace(/[^\d+]/g, "")}` }, contact.phone_number);
  const text = h("span", { class: "card-text" }, h("strong", {}, name), number);
  return h("div", { class: "card" }, avatar(name, contact.user_id ?? 0), text);
}
