import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Generation, GenerationFile } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { Part } from '../shell/part.ts';
import { awaited, type Download, downloads, sizeText } from './file-kinds.ts';

interface FileList {
  readonly files: readonly GenerationFile[];
  readonly exr: { readonly count: number; readonly bytes: number };
  readonly bytes: number;
}

/** What a take delivers: a button for each kind that was ordered, and the list of all files with what they are. */
@customElement('bb-downloads')
export class DownloadsBar extends Part {
  @property({ attribute: false }) generation: Generation | undefined;
  @state() private list: FileList | undefined;
  #of = '';

  protected override willUpdate(): void {
    const g = this.generation;
    const of = g?.state === 'completed' ? g.id : '';
    if (of === this.#of) return;
    this.#of = of;
    this.list = undefined;
    if (of) void this.#load(of);
  }

  async #load(id: string): Promise<void> {
    try {
      const list = await api.get<FileList>(`/v1/generations/${encodeURIComponent(id)}/files`);
      if (this.#of === id) this.list = list;
    } catch (e) {
      if (!(e instanceof Problem) && !(e instanceof Offline)) throw e;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const g = this.generation;
    if (!g || g.state === 'failed') return nothing;
    if (!this.list) {
      const total = g.frames?.total ?? 1;
      return html`<div class="dl" role="group" aria-label="Downloads">
        ${awaited(g.render?.formats ?? ['mp4']).map((label) => html`<button class="btn" type="button" disabled>${label}</button>`)}
        <span class="dim">${g.state === 'completed' ? 'Listing the files.' : `Files unlock when all ${total.toLocaleString('en')} frames are in.`}</span>
      </div>`;
    }
    const { main, all } = downloads(this.list.files, this.list.exr);
    return html`<div class="dl" role="group" aria-label="Downloads">
        ${main.map((d) => html`<a class="btn" href=${this.#href(g, d)} download title=${d.about}
          >${d.label} <span class="num">${d.bytes === undefined ? '' : sizeText(d.bytes)}</span></a>`)}
        <button class="btn quiet" type="button" @click=${this.#open}>All ${all.length} files</button>
      </div>
      <dialog aria-labelledby="files-title" class="files">
        <div class="shead"><h2 id="files-title">Files</h2><span class="mid num">${sizeText(this.list.bytes)}</span></div>
        <ul>
          ${all.map((d) => html`<li>
            <a href=${this.#href(g, d)} download>${d.name}</a><span class="num mid">${sizeText(d.bytes ?? 0)}</span>
            <span class="dim">${d.about}</span>
          </li>`)}
        </ul>
        <button class="btn" type="button" @click=${this.#close}>Close</button>
      </dialog>`;
  }

  #href(g: Generation, d: Download): string {
    return `/v1/generations/${g.id}/files/${d.name.split('/').map(encodeURIComponent).join('/')}`;
  }

  #open(): void {
    this.querySelector('dialog')?.showModal();
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }
}
