/** The page's own words in the language of a person's Telegram. */

import en from "./labels-en.js";
import kk from "./labels-kk.js";
import ru from "./labels-ru.js";

const TABLES = { ru, kk, en };
export const LANGUAGES = ["kk", "ru", "en"];
export const OWN_NAMES = { kk: "Қазақша", ru: "Русский", en: "English" };

/** The language the page has for a code that may be any. */
export const known = (code) => (code in TABLES ? code : "en");

/**
 * The words of a language: `say("phoneOf", {name})` puts the name where the text has `{name}`.
 * @param {string} code
 * @returns {(id: keyof typeof ru, values?: Record<string, string|number>) => string}
 */
export function words(code) {
  const table = TABLES[known(code)];
  return (id, values = {}) => table[id].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
