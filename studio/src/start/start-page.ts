import { type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { fourChecks } from '../editor/four-checks.ts';
import { type Refused, guard } from '../editor/paste-guard.ts';
import { addedToFirstSentence } from '../editor/suggestions.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { LONGEST_LIST, storyboard } from './beats.ts';
import { DraftExplainer, openPoint } from './draft-explainer.ts';
import './example-list.ts';
import { isTable } from './file-kind.ts';
import { messageOf, openList, openNew } from './new-shot.ts';
import './own-shots.ts';
import { readShotFile, readShotText } from './shot-file.ts';

const KEPT = 'beatboard.ask';

/** Where a shot begins: one box for a sentence or a shot list, files, examples, and one's own shots. */
@customElement('bb-start-page')
export class StartPage extends Part {
  @state() private text = '';
  @state() private busy = false;
  @state() private trouble: { readonly title: string; readonly fault: string; readonly again?: 'file' | 'list'; readonly list?: string } | undefined;
  @state() private dropping = false;
  @query('#ask') private area!: HTMLTextAreaElement;
  @query('#shot-file') private file!: HTMLInputElement;
  readonly #explainer = new DraftExplainer();

  constructor() {
    super();
    this.#explainer.addEventListener('change', () => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Shots, Beatboard';
    this.text = recalled();
    if (this.text) this.#explainer.changed(this.text);
    document.addEventListener('dragover', this.#over);
    document.addEventListener('dragleave', this.#leave);
    document.addEventListener('drop', this.#drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#explainer.close();
    document.removeEventListener('dragover', this.#over);
    document.removeEventListener('dragleave', this.#leave);
    document.removeEventListener('drop', this.#drop);
  }

  protected override firstUpdated(): void {
    guard(this.area, (what) => this.#refused(what), LONGEST_LIST);
  }

  protected override render(): TemplateResult {
    const text = this.text;
    const current = text.trim() && this.#explainer.explanation;
    const moments = text.trim() && !isTable(text) ? storyboard(text.slice(0, LONGEST_LIST)).shot.keyframes.length : 0;
    return html`<div class="page narrow start" ?data-drop=${this.dropping}>
      <h1>What happens in the shot?</h1>
      <p class="lede">One sentence is enough to begin. You see it staged before a credit is spent.</p>
      <div class="ask">
        <form class="prompt" @submit=${this.#make}>
          <label class="sr" for="ask">Describe the shot, or paste a shot list</label>
          <textarea
            id="ask"
            rows="4"
            spellcheck="false"
            placeholder="Describe the shot, or paste a shot list."
            .value=${live(text)}
            @input=${this.#typed}
            @keydown=${this.#key}
          ></textarea>
          <div class="row">
            ${fourChecks(current ? this.#checks() : undefined)}
            <span class="dim num" role="status">${moments > 1 ? `${moments} keyframes` : ''}</span>
            <button class="btn go big" type="submit" ?disabled=${this.busy}>${this.busy ? 'Making the storyboard' : 'Make the storyboard'}</button>
          </div>
        </form>
        ${this.#open(current ? openPoint(this.#explainer.explanation) : undefined)}
        ${this.trouble ? this.#fault(this.trouble) : nothing}
        <div class="after">
          <span class="dim">Or</span>
          <button type="button" @click=${() => this.#choose('.yaml,.yml,.json,application/json,application/yaml')}>import a shot file</button>
          <button type="button" @click=${() => this.#choose('.csv,.txt,text/csv,text/plain')}>import a CSV shot list</button>
          <input type="file" id="shot-file" hidden aria-label="Shot file" @change=${this.#picked} />
        </div>
      </div>
      <bb-own-shots></bb-own-shots>
      <bb-example-list></bb-example-list>
      ${this.dropping ? html`<div class="drop-here" aria-hidden="true"><p>Drop a shot file or a shot list</p></div>` : nothing}
    </div>`;
  }

  #checks() {
    return this.#explainer.explanation?.keyframes[0]?.checks;
  }

  #open(point: ReturnType<typeof openPoint>): TemplateResult | typeof nothing {
    if (!point) return nothing;
    return html`<div class="after" aria-live="polite">
      <span>${point.text}</span>
      <div class="chips">
        ${point.chips.map((c) => html`<button class="chip" type="button" @click=${() => this.#add(c.edit)}>${capital(c.label)}</button>`)}
      </div>
    </div>`;
  }

  #fault(trouble: NonNullable<StartPage['trouble']>): TemplateResult {
    return html`<div class="refused" role="alert">
      <p><b>${trouble.title}.</b> ${trouble.fault}</p>
      <div class="chips">
        ${trouble.again === 'file' ? html`<button class="btn" type="button" @click=${() => this.#choose('')}>Choose another file</button>` : nothing}
        ${trouble.list ? html`<button class="btn" type="button" @click=${() => this.#list(trouble.list ?? '')}>Import it as a shot list</button>` : nothing}
        <button class="btn quiet" type="button" @click=${this.#close}>Close</button>
      </div>
    </div>`;
  }

  readonly #close = () => {
    this.trouble = undefined;
    this.area.focus();
  };

  #refused(what: Refused): void {
    this.trouble = { title: 'Too long for a prompt', fault: what.message, ...(what.pasted ? { list: what.text } : {}) };
  }

  #typed(): void {
    this.#set(this.area.value);
  }

  #set(text: string): void {
    this.text = text;
    this.trouble = undefined;
    remember(text);
    this.#explainer.changed(text);
  }

  #add(edit: string): void {
    this.#set(addedToFirstSentence(this.text, edit));
    this.area.focus();
  }

  #key(e: KeyboardEvent): void {
    if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    this.area.form?.requestSubmit();
  }

  readonly #make = async (e: Event) => {
    e.preventDefault();
    if (!this.text.trim()) {
      this.area.focus();
      say('Write one sentence first. Its beats become keyframes.');
      return;
    }
    this.busy = true;
    const fault = isTable(this.text.trimStart()) ? await this.#table(this.text) : await openList(this.text);
    this.busy = false;
    if (fault) this.trouble = { title: 'The storyboard was not made', fault: `${fault} Your text is kept.` };
    else remember('');
  };

  async #table(text: string): Promise<string | undefined> {
    const read = await readShotText(text, 'The list');
    if ('fault' in read) return read.fault;
    try {
      await openNew(read.shot);
    } catch (e) {
      return messageOf(e);
    }
    if (read.notices.length) say(read.notices.join(' '));
    return undefined;
  }

  async #list(text: string): Promise<void> {
    const fault = await openList(text);
    if (fault) this.trouble = { title: 'The list was not imported', fault };
  }

  #choose(accept: string): void {
    this.file.accept = accept;
    this.file.value = '';
    this.file.click();
  }

  async #picked(): Promise<void> {
    const file = this.file.files?.[0];
    if (file) await this.#import(file);
  }

  async #import(file: File): Promise<void> {
    this.busy = true;
    this.trouble = undefined;
    const read = await readShotFile(file);
    try {
      if ('fault' in read) {
        this.trouble = { title: read.title, fault: read.fault, again: 'file' };
        return;
      }
      await openNew(read.shot);
      if (read.notices.length) say(read.notices.join(' '));
    } catch (e) {
      this.trouble = { title: `${file.name} was not kept`, fault: messageOf(e), again: 'file' };
    } finally {
      this.busy = false;
    }
  }

  readonly #over = (e: DragEvent) => {
    if (!e.dataTransfer?.types.includes('Files')) return;
    e.preventDefault();
    this.dropping = true;
  };

  readonly #leave = (e: DragEvent) => {
    if (!e.relatedTarget) this.dropping = false;
  };

  readonly #drop = (e: DragEvent) => {
    const file = e.dataTransfer?.files[0];
    this.dropping = false;
    if (!file) return;
    e.preventDefault();
    void this.#import(file);
  };
}

function recalled(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

/** Going to another page and back loses no words. */
function remember(text: string): void {
  try {
    if (text) sessionStorage.setItem(KEPT, text);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Without storage the words last until the page is left.
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
