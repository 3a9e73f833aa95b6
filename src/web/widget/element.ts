/** `<warmline-chat>`: put it into a page, move it, take it out and put it in again, as often as an application likes. */
import type { Warmline } from './api.js';
import { createCorner, type Corner } from './corner.js';
import { attributes } from './options.js';

const tag = 'warmline-chat';

export interface WarmlineChat extends HTMLElement {
  readonly warmline: Warmline;
}

/** Once, and not where there is no page (a server that renders). */
export function defineElement(): void {
  if (typeof customElements === 'undefined' || customElements.get(tag) !== undefined) return;
  customElements.define(
    tag,
    class extends HTMLElement {
      static readonly observedAttributes = Object.values(attributes);
      readonly #corner: Corner = createCorner(this);
      get warmline(): Warmline {
        return this.#corner.api;
      }
      connectedCallback(): void {
        this.#corner.enter();
      }
      disconnectedCallback(): void {
        this.#corner.leave();
      }
      attributeChangedCallback(): void {
        this.#corner.changed();
      }
    },
  );
}

export const standing = (): WarmlineChat | null => document.querySelector<WarmlineChat>(tag);

export function createElement(): WarmlineChat {
  defineElement();
  return document.createElement(tag) as WarmlineChat;
}
