import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from '../shell/icons.ts';
import { Part } from '../shell/part.ts';
import './color-choice.ts';
import { type CastNames, usualColors } from './names.ts';
import { type Color, type Fact, type Garment, type Look, titled } from './person.ts';
import type { Decided } from './words.ts';

const SEXES = ['female', 'male'];
const MOST_GARMENTS = 16;
/** How the service names what it decided. */
const SLOTS: Readonly<Record<string, Fact>> = { hair: 'hairStyle' };

/**
 * What a person looks like as fields. Dispatches `fact` with the facts that were changed, and `reset` with the name of one
 * that goes back to the words.
 */
@customElement('bb-person-fields')
export class PersonFields extends Part {
  @property({ attribute: false }) look!: Look;
  /** The facts that are a choice of their own and not read from the words. */
  @property({ attribute: false }) own: Partial<Look> = {};
  @property({ attribute: false }) decided: readonly Decided[] = [];
  @property({ attribute: false }) names!: CastNames;

  protected override render(): unknown {
    const { look, names } = this;
    return html`<div class="fg person">
      ${this.#select('stature', 'Height', names.statures)} ${this.#select('build', 'Build', names.builds)} ${this.#age()}
      ${this.#select('sex', 'Sex', SEXES)} ${this.#select('heritage', 'Heritage', names.heritages)}
      ${this.#select('hairStyle', 'Hair', names.hairStyles)}
      ${look.hairStyle === 'bald'
        ? nothing
        : this.#row(
            'hairColor',
            html`<span class="mid">Hair color</span>`,
            html`<bb-color-choice
              label="Hair color"
              .chosen=${look.hairColor}
              .swatches=${withChosen(names.hairColors, look.hairColor)}
              .others=${names.colors}
              @choose=${(e: CustomEvent<Color>) => this.#change({ hairColor: e.detail })}
            ></bb-color-choice>`,
          )}
      ${this.#select('face', 'Facial hair', names.facialHair)}
      ${look.wardrobe.map((g, i) => this.#garment(g, i))} ${this.#more()}
    </div>`;
  }

  #select(fact: 'stature' | 'build' | 'sex' | 'heritage' | 'hairStyle' | 'face', name: string, all: readonly string[]) {
    const value = this.look[fact];
    const listed = all.includes(value) ? all : [value, ...all];
    return this.#row(
      fact,
      html`<label for=${`person-${fact}`}>${name}</label>`,
      html`<select
        class="sel ${fact in this.own ? 'yours' : ''}"
        id=${`person-${fact}`}
        @change=${(e: Event) => this.#change({ [fact]: (e.target as HTMLSelectElement).value })}
      >
        ${listed.map((v) => html`<option value=${v} ?selected=${v === value} .selected=${v === value}>${titled(v)}</option>`)}
      </select>`,
    );
  }

  #age(): TemplateResult {
    return this.#row(
      'age',
      html`<label for="person-age">Age</label>`,
      html`<input
        class="f num ${'age' in this.own ? 'yours' : ''}"
        id="person-age"
        type="number"
        min="6"
        max="90"
        .value=${String(this.look.age)}
        @change=${(e: Event) => {
          const input = e.target as HTMLInputElement;
          const age = Math.round(Math.min(90, Math.max(6, Number(input.value) || this.look.age)));
          input.value = String(age);
          this.#change({ age });
        }}
      />`,
    );
  }

  #garment(g: Garment, i: number): TemplateResult {
    const all = this.names.garments.includes(g.kind) ? this.names.garments : [g.kind, ...this.names.garments];
    const yours = 'wardrobe' in this.own ? 'yours' : '';
    return html`${this.#row(
      i === 0 ? 'wardrobe' : undefined,
      html`<label for=${`person-garment-${i}`} class=${i === 0 ? '' : 'sr'}>${i === 0 ? 'Clothes' : `Clothes, ${i + 1}`}</label>
        ${i === 0 ? nothing : html`<span></span>`}`,
      html`<div class="worn">
        <select
          class="sel ${yours}"
          id=${`person-garment-${i}`}
          @change=${(e: Event) => this.#wear(i, { ...g, kind: (e.target as HTMLSelectElement).value })}
        >
          ${all.map((k) => html`<option value=${k} ?selected=${k === g.kind} .selected=${k === g.kind}>${titled(k)}</option>`)}
        </select>
        <button class="icon" type="button" aria-label=${`Take off ${titled(g.kind).toLowerCase()}`} title="Take off" @click=${() => this.#wear(i)}>
          ${icon('close')}
        </button>
      </div>`,
    )}
    ${this.#row(
      undefined,
      html`<span class="mid">${titled(g.kind)} color</span>`,
      html`<bb-color-choice
        label=${`${titled(g.kind)} color`}
        .chosen=${g.color}
        .swatches=${usualColors(this.names.colors, g.color)}
        .others=${this.names.colors}
        @choose=${(e: CustomEvent<Color>) => this.#wear(i, { ...g, color: e.detail })}
      ></bb-color-choice>`,
    )}`;
  }

  #more(): TemplateResult | typeof nothing {
    if (this.look.wardrobe.length >= MOST_GARMENTS) return nothing;
    const none = this.look.wardrobe.length === 0;
    return this.#row(
      none ? 'wardrobe' : undefined,
      none ? html`<label for="person-more">Clothes</label>` : html`<label class="sr" for="person-more">One more garment</label><span></span>`,
      html`<select class="sel" id="person-more" @change=${this.#add}>
        <option value="">Put on more</option>
        ${this.names.garments.map((k) => html`<option value=${k}>${titled(k)}</option>`)}
      </select>`,
    );
  }

  #add(e: Event): void {
    const select = e.target as HTMLSelectElement;
    const kind = select.value;
    select.value = '';
    if (kind) this.#change({ wardrobe: [...this.look.wardrobe, { kind, color: this.names.colors.find((c) => c.name === 'black') }] });
  }

  #wear(index: number, garment?: Garment): void {
    this.#change({ wardrobe: this.look.wardrobe.flatMap((g, i) => (i !== index ? [g] : garment ? [garment] : [])) });
  }

  #row(fact: Fact | undefined, label: unknown, control: unknown): TemplateResult {
    return html`${label}${control}<span class="by">${fact ? this.#by(fact) : nothing}</span>`;
  }

  #by(fact: Fact): unknown {
    if (fact in this.own) {
      return html`<button type="button" title="Back to what the words say" @click=${() => this.dispatchEvent(new CustomEvent<Fact>('reset', { detail: fact }))}>
        reset
      </button>`;
    }
    const why = this.decided.find((d) => (SLOTS[d.fact] ?? d.fact) === fact);
    return why ? html`<span title=${why.reason}>decided</span>` : nothing;
  }

  #change(facts: Partial<Look>): void {
    this.dispatchEvent(new CustomEvent<Partial<Look>>('fact', { detail: facts }));
  }
}

function withChosen(colors: readonly Color[], chosen: Color | undefined): readonly Color[] {
  return chosen && !colors.some((c) => c.srgb === chosen.srgb) ? [chosen, ...colors] : colors;
}
