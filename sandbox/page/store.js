/** What the page itself remembers in this browser; messages come from the server. */

const KEY = "chat-page";

const saved = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
};

/**
 * @type {{open: number[], active: number, columns: number, theme: "auto"|"light"|"dark",
 *   drafts: Record<string, string>, putAway: Record<string, number>, chat: Record<string, number>}}
 */
export const kept = { open: [], active: 0, columns: 2, theme: "auto", drafts: {}, putAway: {}, chat: {}, ...saved() };

/** Saves the changes made to `kept`. */
export function keep(changes = {}) {
  Object.assign(kept, changes);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser without storage forgets; everything still works.
  }
}
