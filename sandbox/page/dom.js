/** Creates elements; text is always text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Creates an element with properties and children.
 *
 * `on…` become event listeners, `class`, `role` and names with a dash attributes, all others properties.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...(Node|string|null|undefined|false|Array<Node|string>)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && !name.includes("-") && name !== "role") made[name] = value;
    else made.setAttribute(name === "className" ? "class" : name, String(value));
  }
  made.append(...children.flat().filter((each) => each !== null && each !== undefined && each !== false));
  return made;
}

/**
 * An icon from the sprite sheet; decorative, so it has no accessible name.
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", "icon");
  made.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  made.append(use);
  return made;
}

/**
 * A button with an icon and an accessible name.
 * @param {string} name icon
 * @param {string} label
 * @param {(event: Event) => void} onclick
 * @param {Record<string, any>} [props]
 * @returns {HTMLButtonElement}
 */
export function iconButton(name, label, onclick, props = {}) {
  const more = { class: "icon-button", type: "button", title: label, "aria-label": label, onclick, ...props };
  return /** @type {HTMLButtonElement} */ (h("button", more, icon(name)));
}

/**
 * The bot's avatar, the one that its administrator gives to @BotFather.
 * @returns {HTMLElement}
 */
export function botAvatar() {
  return h("img", { class: "avatar", src: "/page/avatar.svg", alt: "" });
}

/**
 * A person's avatar: a circle with initials.
 * @param {string} name
 * @param {number} number chooses the colour
 * @returns {HTMLElement}
 */
export function avatar(name, number) {
  const letters = name.trim().split(/\s+/).slice(0, 2).map((word) => [...word][0]).join("");
  return h("span", { class: `avatar tone-${Math.abs(number) % 6}`, "aria-hidden": "true" }, letters.toUpperCase());
}
