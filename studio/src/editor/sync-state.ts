import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import type { Keeper } from '../session/keeper.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { differences } from './shot-differences.ts';

/** Whether the server has the shot, and what to do if it has not. */
@customElement('bb-sync-state')
export class SyncState extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @property({ attribute: false }) keeper!: Keeper;
  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Watch(this, () => this.session, ['sync']);
  }

  protected override updated(): void {
    if (this.session.sync.kind !== 'conflict' && this.dialog?.open) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<span class="sync"><span role="status">${this.#state()}</span>${this.#remedy()}</span>${this.#compare()}`;
  }

  #state(): unknown {
    const sync = this.session.sync;
    switch (sync.kind) {
      case 'saved':
        return html`<span class="dim hide-m">${this.session.readOnly ? 'For review' : 'Saved'}</span>`;
      case 'saving':
        return html`<span class="dim hide-m">Saving</span>`;
      case 'offline':
        return html`<i class="dot"></i> Offline<span class="hide-s">${kept(sync.edits)}</span>`;
      case 'signed-out':
        return html`<i class="dot"></i> <span class="told">Signed out${kept(sync.edits)}</span>`;
      case 'failed':
        return html`<i class="dot e"></i> <span title=${sync.message}>Not saved<span class="hide-m">. ${sync.message}</span></span>`;
      case 'conflict':
        return html`<i class="dot"></i> <span class="told">Conflict<span class="hide-m">, it was changed elsewhere</span></span>`;
    }
  }

  #remedy(): unknown {
    switch (this.session.sync.kind) {
      case 'offline':
        return html`<button class="btn quiet hide-s" type="button" @click=${this.#tryNow}>Try now</button>`;
      case 'failed':
        return html`<button class="btn quiet hide-s" type="button" @click=${() => this.keeper.save()}>Try now</button>`;
      case 'conflict':
        return html`<button class="btn quiet" type="button" @click=${() => this.dialog.showModal()}>Compare</button>
          <span class="hide-m both"
            ><button class="btn quiet" type="button" @click=${() => this.keeper.keepMine()}>Keep mine</button>
            <button class="btn quiet" type="button" @click=${() => this.keeper.useTheirs()}>Use theirs</button></span
          >`;
      default:
        return nothing;
    }
  }

  readonly #tryNow = async () => {
    await api.connection.tryNow();
    await this.keeper.save();
  };

  #compare(): unknown {
    const sync = this.session.sync;
    if (sync.kind !== 'conflict') return nothing;
    const rows = differences(this.session.shot, sync.theirs.document);
    return html`<dialog class="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">This shot was changed elsewhere</h2>
      <p class="mid">Nothing is lost: the version that you do not take stays among the revisions, and undo brings yours back.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="What differs">
        <table>
          <thead><tr><th>What</th><th>Mine, here</th><th>Theirs, saved</th></tr></thead>
          <tbody>
            ${rows.map(
              (d) => html`<tr><th scope="row">${d.what}</th><td>${d.mine ?? html`<span class="dim">not there</span>`}</td><td>${d.theirs ?? html`<span class="dim">not there</span>`}</td></tr>`,
            )}
            ${rows.length === 0 ? html`<tr><td colspan="3">Both are the same.</td></tr>` : nothing}
          </tbody>
        </table>
      </div>
      <div class="chips">
        <button class="btn" type="button" @click=${() => this.keeper.keepMine()}>Keep mine</button>
        <button class="btn" type="button" @click=${() => this.keeper.useTheirs()}>Use theirs</button>
        <button class="btn quiet" type="button" @click=${() => this.dialog.close()}>Decide later</button>
      </div>
    </dialog>`;
  }
}

function kept(edits: number): string {
  return edits === 0 ? '' : `, ${edits} ${edits === 1 ? 'edit' : 'edits'} kept here`;
}
