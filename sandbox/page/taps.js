/** Allows one tap at a time on a button; the next has to wait for the answer, up to a limit. */

const ANSWER_MS = 10_000;

export class Taps {
  constructor() {
    /** @type {Map<string, number>} button → when it was tapped last */
    this.times = new Map();
    /** @type {Set<string>} buttons whose tap is on its way to the server */
    this.going = new Set();
    this.last = "";
  }

  /**
   * Sends a tap, unless the button waits for an answer or this is the second half of a double click.
   * @param {import("./api.js").Chat} chat
   * @param {number} message
   * @param {string} data
   * @param {number} clicks the browser's count: 2 for the second of a double click
   * @param {() => Promise<void>} send
   */
  async take(chat, message, data, clicks, send) {
    const key = `${message} ${data}`;
    const busy = chat.busy.some((each) => each.message_id === message && each.data === data);
    if (this.going.has(key) || (clicks > 1 && key === this.last)) return;
    if (busy && Date.now() - (this.times.get(key) ?? 0) < ANSWER_MS) return;
    this.last = key;
    this.times.set(key, Date.now());
    this.going.add(key);
    await send();
    this.going.delete(key);
  }
}
