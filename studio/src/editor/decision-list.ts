import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Decision } from '../api/answers.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { alternativesOf, chosen, countOf, decisionsAt, keptAll, slotParts } from './decisions.ts';
import { label } from './facts.ts';
import { slotName } from './word-marks.ts';

/** What was decided unasked for the selected keyframe, with alternatives; at the first one also what holds for the clip. */
@customElement('bb-decision-list')
export class DecisionList extends Part {
  @property({ attribute: false }) session!: ShotSession;
  /** Rows whose alternatives are shown. */
  @state() private open: ReadonlySet<string> = new Set();
  /** What was kept but has no field of its own. */
  @state() private kept: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot', 'explanation']);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    const all = decisionsAt(session.explanation, session.selected);
    // What stands above as an open point is not told again.
    const asked = session.issues(session.selected).map((i) => ASKED[i.code]);
    const picture = all.picture.filter((d) => !asked.includes(d.slot) && !this.kept.has(key(session.selected, d)));
    const shown = { ...all, picture };
    if (countOf(shown) === 0) return nothing;
    const can = !session.readOnly && (picture.length > 0 || all.looks.size > 0);
    return html`<section aria-labelledby="decided">
      <div class="shead">
        <h3 id="decided">Decided for you</h3>
        ${can ? html`<button class="drop" type="button" title="Writes what was decided into the shot" @click=${this.#keep}>Keep all</button>` : nothing}
      </div>
      <ul class="dec">
        ${picture.map((d) => this.#row(d))}
        ${[...all.looks].map(([who, decisions]) => this.#looks(who, decisions))}
        ${all.staged.map(
          (n) => html`<li><span><b>${capital(n.value)}</b> <span class="mid">${n.reason}</span></span></li>`,
        )}
      </ul>
    </section>`;
  }

  #row(d: Decision): TemplateResult {
    const { who, what } = slotParts(d.slot);
    const alternatives = alternativesOf(d);
    const id = key(this.session.selected, d);
    const open = this.open.has(id);
    const title = capital(valueText(d, who, what));
    const [only] = alternatives;
    return html`<li>
      <span><b>${title}</b> <span class="mid">${d.reason}</span></span>
      ${this.session.readOnly || !only
        ? nothing
        : alternatives.length === 1
          ? html`<button class="chip" type="button" @click=${() => this.#choose(d, only)}>Use ${only}</button>`
          : html`<button class="chip" type="button" aria-expanded=${open} @click=${() => this.#toggle(id)}>
              Change<span class="sr"> ${slotName(d.slot)}, ${title}</span>
            </button>`}
      ${open && alternatives.length > 1 ? this.#chips(d, alternatives) : nothing}
    </li>`;
  }

  #looks(who: string, decisions: readonly Decision[]): TemplateResult {
    const id = `${this.session.selected}|${who}`;
    const open = this.open.has(id);
    return html`<li>
      <span><b>${capital(who)}</b> <span class="mid">${decisions.map((d) => lookText(d)).join(', ')}</span></span>
      <button class="chip" type="button" aria-expanded=${open} @click=${() => this.#toggle(id)}>
        Change<span class="sr"> how ${who} looks</span>
      </button>
      ${open
        ? html`<dl class="looks">
            ${decisions.map((d) => {
              const what = slotParts(d.slot).what;
              return html`<dt>${LOOKS[what] ?? what}<span class="mid"> ${lookText(d)}</span></dt>
                <dd>${this.#chips(d, alternativesOf(d), LOOKS[what])}</dd>`;
            })}
          </dl>`
        : nothing}
    </li>`;
  }

  #chips(d: Decision, alternatives: readonly string[], label?: string): TemplateResult | typeof nothing {
    if (alternatives.length === 0 || this.session.readOnly) return nothing;
    return html`<div class="chips">
      ${alternatives.map(
        (a) => html`<button class="chip" type="button" @click=${() => this.#choose(d, a)}>
          ${label ? html`<span class="sr">${label} </span>` : nothing}${a}
        </button>`,
      )}
    </div>`;
  }

  #toggle(id: string): void {
    const next = new Set(this.open);
    if (!next.delete(id)) next.add(id);
    this.open = next;
  }

  #choose(d: Decision, alternative: string): void {
    const { session } = this;
    const explanation = session.explanation;
    if (!explanation) return;
    const fault = session.edit((shot) => chosen(shot, explanation, d, alternative));
    say(fault ?? `${capital(alternative)}. Ctrl Z undoes.`);
  }

  readonly #keep = () => {
    const { session } = this;
    const explanation = session.explanation;
    if (!explanation) return;
    const index = session.selected;
    const fault = session.edit((shot) => keptAll(shot, explanation, index));
    if (!fault) this.kept = new Set([...this.kept, ...decisionsAt(explanation, index).picture.map((d) => key(index, d))]);
    say(fault ?? 'Written into the shot. Ctrl Z undoes.');
  };
}

const ASKED: Readonly<Record<string, string>> = { 'no-set': 'set', 'no-light': 'light', 'no-shot-size': 'camera.size' };

const LOOKS: Readonly<Record<string, string>> = {
  sex: 'Sex',
  age: 'Age',
  heritage: 'Heritage',
  build: 'Build',
  stature: 'Stature',
  hair: 'Hair',
  hairColor: 'Hair color',
  wardrobe: 'Clothes',
};

function key(index: number, d: Decision): string {
  return `${index}|${d.slot}|${d.value}`;
}

function lookText(d: Decision): string {
  switch (slotParts(d.slot).what) {
    case 'build':
      return `${d.value} build`;
    case 'hair':
      return /bald|afro|braid|bob|fringe|ponytail/.test(d.value) ? d.value : `${d.value} hair`;
    case 'hairColor':
      return `${d.value} hair`;
    default:
      return d.value;
  }
}

function valueText(d: Decision, who: string | undefined, what: string): string {
  switch (what) {
    case 'camera.lens':
      return /^by /.test(d.value) ? `lens ${d.value}` : d.value;
    case 'camera.size':
      return /up$/.test(d.value) ? d.value : `${d.value} shot`;
    case 'camera.angle':
      return /level$/.test(d.value) ? d.value : `${d.value} angle`;
    case 'camera.support':
      return /^(static|handheld)$/.test(d.value) ? `${d.value} camera` : `camera on a ${d.value}`;
    case 'light':
      return /light|fluorescent|lamps|hour/i.test(label(d.value)) ? label(d.value) : `${d.value} light`;
    case 'set':
      return label(d.value);
    case 'pace':
      return `${who ?? ''} at a ${d.value} pace`.trim();
    default:
      return who ? `${who}: ${d.value}` : d.value;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
