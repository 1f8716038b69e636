/** The page's own texts in the language of a person's Telegram. */

import en from "./labels-en.js";
import kk from "./labels-kk.js";
import ru from "./labels-ru.js";

const TABLES = { ru, kk, en };
export const LANGUAGES = ["kk", "ru", "en"];
export const OWN_NAMES = { kk: "Қазақша", ru: "Русский", en: "English" };

/** The page's language for any language code. */
export const known = (code) => (code in TABLES ? code : "en");

/**
 * The texts of a language: `say("phoneOf", {name})` inserts the name for `{name}`.
 * @param {string} code
 * @returns {(id: keyof typeof ru, values?: Record<string, string|number>) => string}
 */
export function words(code) {
  const table = TABLES[known(code)];
  return (id, values = {}) => table[id].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
