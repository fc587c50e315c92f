import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Explanation, Vocabulary } from '../api/answers.ts';
import { api } from '../api/client.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { vocabulary } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { castOf, withoutPerson } from '../shot/fields.ts';
import './add-person.ts';
import { type Fact, type FactGroup, type FactSource, factsOf, withFact, wordsAlone } from './facts.ts';

/** The staged keyframe as editable facts: camera, performers, light, set. A field wins over words and is shown as such. */
@customElement('bb-fact-fields')
export class FactFields extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private names: Vocabulary | undefined;
  @state() private words: Explanation | undefined;
  #open: ReadonlyMap<string, boolean> = new Map();
  #wordsOf = '';
  #asking: AbortController | undefined;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    vocabulary()
      .then((v) => (this.names = v))
      .catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  protected override updated(): void {
    // Choices and what is chosen change together: only when the choices are there can one be chosen.
    for (const select of this.querySelectorAll<HTMLSelectElement>('select[data-value]')) {
      const value = select.dataset['value'] ?? '';
      if (select.value !== value) select.value = value;
    }
    void this.#askWords();
  }

  /** What the words alone say is asked for only where fields may say otherwise. */
  async #askWords(): Promise<void> {
    const { session } = this;
    if (session.stale || !session.explanation) return;
    const shot = wordsAlone(session.shot, session.selected);
    const of = shot ? JSON.stringify([session.selected, shot]) : '';
    if (of === this.#wordsOf) return;
    this.#wordsOf = of;
    this.#asking?.abort();
    if (!shot) {
      this.words = undefined;
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const words = await api.post<Explanation>('/v1/shots/explain?stage=false', shot, { signal: asking.signal });
      if (!asking.signal.aborted) this.words = words;
    } catch {
      if (!asking.signal.aborted) this.words = undefined;
    }
  }

  #source(): FactSource | undefined {
    const { session } = this;
    const explanation = session.explanation;
    if (!explanation || explanation.keyframes.length !== session.shot.keyframes.length) return undefined;
    const words = this.#wordsOf ? this.words : undefined;
    return { shot: session.shot, explanation, words, index: session.selected, vocabulary: this.names };
  }

  protected override render(): TemplateResult | typeof nothing {
    const source = this.#source();
    if (!source) return nothing;
    const groups = factsOf(source);
    const first = groups.find((g) => g.person) ?? groups[0];
    return html`<section aria-labelledby="staged">
      <div class="shead"><h3 id="staged">As staged</h3><span class="dim">A field wins over words</span></div>
      <div class="facts">
        ${repeat(
          groups,
          (g) => g.key,
          (g) => this.#group(g, this.#open.get(g.key) ?? g === first),
        )}
      </div>
      ${this.session.readOnly ? nothing : html`<bb-add-person .session=${this.session}></bb-add-person>`}
    </section>`;
  }

  #group(group: FactGroup, open: boolean): TemplateResult {
    const changed = group.facts.filter((f) => f.state === 'yours' || f.state === 'conflict').length;
    // Not live: a toggle is told later than it is done, and what is drawn in between must not undo it.
    return html`<details
      .open=${open}
      @toggle=${(e: Event) => (this.#open = new Map([...this.#open, [group.key, (e.target as HTMLDetailsElement).open]]))}
    >
      <summary>
        <b>${group.title}</b><span>${group.summary}</span>
        ${changed ? html`<i class="own" aria-hidden="true"></i><span class="sr">, ${changed} yours</span>` : nothing}
      </summary>
      <div class="fg">${group.facts.map((f) => this.#fact(group, f))}</div>
      ${group.person && !this.session.readOnly ? this.#person(group) : nothing}
    </details>`;
  }

  #fact(group: FactGroup, fact: Fact): TemplateResult {
    const id = `fact-${fact.id.replace(/[^\w-]/g, '-')}`;
    const name = `${group.title}, ${fact.label}`;
    const own = fact.state === 'yours' || fact.state === 'conflict';
    return html`<label for=${id}><span class="sr">${group.title} </span>${fact.label}</label>
      <select
        class="sel ${fact.state}"
        id=${id}
        ?disabled=${this.session.readOnly}
        data-value=${fact.value}
        aria-describedby="${id}-by${fact.words === undefined ? '' : ` ${id}-words`}"
        @change=${(e: Event) => this.#change(fact, (e.target as HTMLSelectElement).value)}
      >
        <option value="">${fact.otherwise}</option>
        ${fact.choices.map((c) => html`<option value=${c.value}>${c.label}</option>`)}
      </select>
      <span class="by" id="${id}-by">
        ${own && !this.session.readOnly
          ? html`<button type="button" @click=${() => this.#change(fact, '')}>reset<span class="sr"> ${name} to the words</span></button>`
          : own
            ? 'a field'
            : fact.state === 'decided'
              ? 'decided'
              : fact.since !== undefined
                ? html`<span class="sr">since keyframe ${fact.since}</span><span aria-hidden="true">since ${fact.since}</span>`
                : nothing}
      </span>
      ${fact.words === undefined
        ? nothing
        : html`<p class="says attn" id="${id}-words">Words say “${lower(fact.words)}”. The field wins.</p>`}`;
  }

  #person(group: FactGroup): TemplateResult {
    const inCast = castOf(this.session.shot).some((c) => c.name === group.key);
    return html`<div class="who">
      <bb-add-person .session=${this.session} .person=${group.key}></bb-add-person>
      ${inCast
        ? html`<button class="drop" type="button" aria-label="Take out of the cast: ${group.key}" @click=${() => this.#remove(group.key)}>
            Take out of the cast
          </button>`
        : nothing}
    </div>`;
  }

  #remove(person: string): void {
    const fault = this.session.edit((shot) => withoutPerson(shot, person));
    say(fault ?? `${person} is out of the cast. Ctrl Z undoes.`);
  }

  #change(fact: Fact, value: string): void {
    const source = this.#source();
    if (!source) return;
    const fault = this.session.edit((shot) => withFact({ ...source, shot }, fact.id, value));
    if (fault) say(fault);
    // A choice that changes nothing, such as "not said" where words speak, shows again what holds.
    this.requestUpdate();
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
