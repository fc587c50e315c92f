import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ShotSession } from '../session/shot-session.ts';
import { vocabulary } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { type Box, maskOf, safeArea } from './guide-boxes.ts';
import './stage-menu.ts';

/** Lines over the picture that help to frame: thirds, safe areas, the mask of another shape. */
@customElement('bb-guides')
export class Guides extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @property({ attribute: false }) aspect = 16 / 9;

  constructor() {
    super();
    new Watch(this, () => this.session, ['view']);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { thirds, safeAreas, mask } = this.session.view.guides;
    if (!thirds && !safeAreas && !mask) return nothing;
    const w = 100 * this.aspect;
    return html`<svg class="guides" viewBox="0 0 ${w} 100" aria-hidden="true">
      ${mask ? masked(maskOf(mask, this.aspect), w) : nothing} ${thirds ? lines(w) : nothing}
      ${safeAreas ? [outline(safeArea(0.93, this.aspect)), outline(safeArea(0.9, this.aspect), true)] : nothing}
    </svg>`;
  }
}

function lines(w: number): SVGTemplateResult {
  return svg`<path class="line" d="M${w / 3} 0V100M${(2 * w) / 3} 0V100M0 ${100 / 3}H${w}M0 ${200 / 3}H${w}"/>`;
}

function outline(b: Box, dashed = false): SVGTemplateResult {
  return svg`<rect class=${dashed ? 'line dash' : 'line'} x=${b.x} y=${b.y} width=${b.width} height=${b.height}/>`;
}

function masked(b: Box | undefined, w: number): SVGTemplateResult | typeof nothing {
  if (!b) return nothing;
  const hole = `M${b.x} ${b.y}v${b.height}h${b.width}v${-b.height}z`;
  return svg`<path class="mask" d="M0 0H${w}V100H0z${hole}"/><path class="line" d=${hole}/>`;
}

/** Chooses which guides lie over the picture. */
@customElement('bb-guides-menu')
export class GuidesMenu extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @state() private aspects: readonly string[] = [];

  constructor() {
    super();
    new Watch(this, () => this.session, ['view']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    vocabulary()
      .then((v) => (this.aspects = v.aspects))
      .catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const g = this.session.view.guides;
    return html`<bb-stage-menu
      .name=${'Guides'}
      .active=${g.thirds || g.safeAreas || g.mask !== undefined}
      .content=${() => this.#choices()}
    ></bb-stage-menu>`;
  }

  #choices(): TemplateResult {
    const g = this.session.view.guides;
    const set = (change: Partial<typeof g>) => this.session.setView({ guides: { ...g, ...change } });
    const masks = this.aspects.length > 0 ? this.aspects : ['16:9', '9:16', '1:1', '4:5', '2.39:1'];
    return html`<label class="opt"><input type="checkbox" .checked=${g.thirds} @change=${() => set({ thirds: !g.thirds })} />Thirds</label>
      <label class="opt"
        ><input type="checkbox" .checked=${g.safeAreas} @change=${() => set({ safeAreas: !g.safeAreas })} />Action and title safe</label
      >
      <label class="opt col"
        >Mask<select
          class="sel"
          @change=${(e: Event) => {
            const { mask: _, ...rest } = g;
            const value = (e.target as HTMLSelectElement).value;
            this.session.setView({ guides: value ? { ...rest, mask: value } : rest });
          }}
        >
          <option value="" ?selected=${!g.mask}>None</option>
          ${masks.map((m) => html`<option value=${m} ?selected=${m === g.mask}>${m}</option>`)}
        </select></label
      >`;
  }
}
