import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Watch } from '../session/watch.ts';
import { visitor } from '../session/studio.ts';
import { icon, mark } from './icons.ts';
import { Part } from './part.ts';
import type { Route } from './route.ts';
import { toggleTheme } from './theme.ts';

const PAGES = [
  ['start', '#/', 'Shots'],
  ['cast', '#/cast', 'Cast'],
  ['render', '#/render', 'Renders'],
] as const;

/** The bar over every page; the editor has a bar of its own in it. */
@customElement('bb-top-bar')
export class TopBar extends Part {
  @property({ attribute: false }) route: Route = { view: 'start' };
  @property({ attribute: false }) view: Route['view'] = 'start';

  constructor() {
    super();
    new Watch(this, () => visitor, ['change']);
  }

  protected override render(): TemplateResult {
    const editing = this.view === 'edit';
    const review = this.view === 'review';
    return html`<header class="top">
      <a class="mark" href=${review ? location.hash : '#/'} aria-label=${review ? 'Beatboard' : 'Beatboard, all shots'}>${mark}<span>Beatboard</span></a>
      ${editing || review || !visitor.account ? nothing : this.#pages()}
      ${editing ? html`<bb-editor-bar></bb-editor-bar>` : nothing}
      ${editing ? nothing : html`<div class="grow"></div>`}
      ${editing || review || !visitor.credits
        ? nothing
        : html`<span class="mid num hide-s">${visitor.credits.available.toLocaleString('en')} credits</span>`}
      <button class="icon" type="button" aria-label="Dark or light" title="Dark or light" @click=${toggleTheme}>${icon('theme')}</button>
      ${visitor.account && !review ? this.#avatar(visitor.account.name) : nothing}
    </header>`;
  }

  #pages(): TemplateResult {
    return html`<nav aria-label="Main">
      ${PAGES.map(
        ([view, href, name]) => html`<a href=${href} aria-current=${view === this.view ? 'page' : nothing}>${name}</a>`,
      )}
    </nav>`;
  }

  #avatar(name: string): TemplateResult {
    const initials = name
      .split(/\s+/)
      .map((w) => w[0])
      .slice(0, 2)
      .join('')
      .toUpperCase();
    return html`<a class="avatar" href="#/account" aria-label="${initials}, account of ${name}">${initials}</a>`;
  }
}
