import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import type { CastEntry } from '../shot/document.ts';
import { pictures } from './shelves.ts';

/** The picture of somebody on a card: asked for when it comes into view, their initial until then. */
@customElement('bb-person-picture')
export class PersonPicture extends Part {
  @property({ attribute: false }) person!: CastEntry;
  @state() private seen = false;
  readonly #views = new IntersectionObserver((entries) => (this.seen ||= entries.some((e) => e.isIntersecting)));

  constructor() {
    super();
    new Watch(this, () => pictures, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#views.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#views.disconnect();
  }

  protected override render(): unknown {
    const picture = this.seen ? pictures.of(this.person) : undefined;
    return picture
      ? html`<img src=${picture} alt="" />`
      : html`<span class="initial" aria-hidden="true">${this.person.name.charAt(0).toUpperCase()}</span>`;
  }
}
