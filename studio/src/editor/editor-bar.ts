import { type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ShotSession } from '../session/shot-session.ts';
import { openShot } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { icon } from '../shell/icons.ts';
import { Part } from '../shell/part.ts';
import './clip-settings.ts';
import { SHARE } from './commands.ts';
import './order-buttons.ts';
import './share-dialog.ts';
import './sync-state.ts';

/** The longest title that the service takes as the name of a project. */
const LONGEST_TITLE = 80;

/** The editor's part of the top bar: title, clip settings, sync state, undo, redo, sharing, and the two prices. */
@customElement('bb-editor-bar')
export class EditorBar extends Part {
  @state() private naming = false;
  @query('.title input') private input: HTMLInputElement | undefined;

  constructor() {
    super();
    new Watch(this, () => openShot, ['change']);
    new Watch(this, () => openShot.session, ['shot']);
  }

  protected override render(): TemplateResult {
    const { session, keeper, pricer } = openShot;
    if (!session || !keeper || !pricer) return html`<div class="grow"></div>`;
    return html`<div class="title">
        ${this.#title(session)}
        <bb-clip-settings class="hide-m" .session=${session}></bb-clip-settings>
        <bb-sync-state .session=${session} .keeper=${keeper}></bb-sync-state>
      </div>
      <div class="grow"></div>
      <button class="icon" type="button" aria-label="Undo" title="Undo, Ctrl Z" ?disabled=${!session.canUndo} @click=${() => session.undo()}>${icon('undo')}</button>
      <button class="icon hide-s" type="button" aria-label="Redo" title="Redo, Ctrl Shift Z" ?disabled=${!session.canRedo} @click=${() => session.redo()}>${icon('redo')}</button>
      <button class="btn quiet hide-m" type="button" @click=${this.#share}>Share for review</button>
      <span class="rule hide-s"></span>
      <bb-order-buttons class="orders hide-s" .session=${session} .pricer=${pricer}></bb-order-buttons>
      <bb-share-dialog .session=${session}></bb-share-dialog>`;
  }

  #title(session: ShotSession): TemplateResult {
    const title = session.shot.title?.trim() || 'Untitled';
    if (!this.naming) {
      return html`<h1>${session.readOnly ? title : html`<button class="rename" type="button" title="Rename" @click=${this.#name}>${title}</button>`}</h1>`;
    }
    return html`<h1 class="sr">${title}</h1>
      <input class="f" aria-label="Title" maxlength=${LONGEST_TITLE} .value=${session.shot.title ?? ''} @keydown=${this.#key} @blur=${this.#named} />`;
  }

  readonly #name = async () => {
    this.naming = true;
    await this.updateComplete;
    this.input?.select();
    this.input?.focus();
  };

  #key(e: KeyboardEvent): void {
    if (e.key !== 'Enter' && e.key !== 'Escape') return;
    e.preventDefault();
    if (e.key === 'Escape' && this.input) this.input.value = openShot.session?.shot.title ?? '';
    this.#named();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.rename')?.focus());
  }

  #named(): void {
    if (!this.naming) return;
    const title = this.input?.value.trim() ?? '';
    this.naming = false;
    const session = openShot.session;
    if (session && title && title !== session.shot.title) session.edit((shot) => ({ ...shot, title }));
  }

  readonly #share = () => document.dispatchEvent(new Event(SHARE));
}

/** Draft and Final at the foot of a phone. */
@customElement('bb-dock')
export class Dock extends Part {
  constructor() {
    super();
    new Watch(this, () => openShot, ['change']);
  }

  protected override render(): unknown {
    const { session, pricer } = openShot;
    if (!session || !pricer) return nothing;
    return html`<bb-order-buttons class="dock" role="group" aria-label="Render" .session=${session} .pricer=${pricer}></bb-order-buttons>`;
  }
}
