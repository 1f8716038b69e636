/**
 * Requests to the server.
 *
 * @typedef {{id: number, first_name: string, last_name?: string, language_code?: string, role?: string}} Persona
 * @typedef {{type: string, offset: number, length: number, url?: string, unix_time?: number,
 *   date_time_format?: string}} Entity
 * @typedef {{text: string, callback_data?: string, url?: string, copy_text?: {text: string}}} InlineButton
 * @typedef {Record<string, any> & {message_id: number, date: number, text?: string}} Message
 * @typedef {{id: string, text: string, show_alert: boolean, callback_query_id: string}} Notice
 * @typedef {{id: string, message_id: number, data: string}} Busy
 * @typedef {{id: number, kind: string, title: string, blocked: boolean, present: boolean, messages: Message[],
 *   keyboard: any, keyboard_from: number, typing: number, notices: Notice[], busy: Busy[]}} Chat
 * @typedef {{count: number, bot: {id: number, username: string, name: string, description: string}, me: Persona,
 *   commands: {command: string, description: string}[], chats: Chat[]}} State
 */

/** The server refused; `message` says why, for the console. */
export class Refused extends Error {}

async function ask(path, init) {
  const response = await fetch(`/chatapi/${path}`, { cache: "no-store", ...init });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.error ?? response.statusText);
  return answer;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** @returns {Promise<Persona[]>} */
export const personas = async () => (await ask("personas")).personas;

/** @returns {Promise<Persona>} */
export const addPersona = (name, language) => post("persona", { name, language });

/** @returns {Promise<State>} */
export const state = (id) => ask(`state?persona=${id}`);

/** Lets a persona act: `{do: "text", text: "…"}`. */
export const act = (persona, what) => post("act", { persona, ...what });

/** The URL of a file; with `save` it is downloaded, without it pictures are shown. */
export const fileUrl = (id, save = false) => `/chatapi/file/${encodeURIComponent(id)}${save ? "?save" : ""}`;

/** Sends a file as a photo or as a document. */
export function sendFile(persona, file, kind, caption) {
  const query = new URLSearchParams({ persona: String(persona), name: file.name, kind, caption });
  const headers = { "Content-Type": file.type || "application/octet-stream" };
  return ask(`file?${query}`, { method: "POST", headers, body: file });
}

/**
 * Listens for changes; reconnects automatically.
 * @param {() => void} changed
 * @param {(connected: boolean) => void} connection
 */
export function listen(changed, connection) {
  const source = new EventSource("/chatapi/events");
  source.onopen = () => connection(true);
  source.onmessage = () => changed();
  source.onerror = () => {
    connection(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(changed, connection), 1000);
  };
}
