import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Generation } from '../api/answers.ts';
import { Part } from '../shell/part.ts';
import type { Playhead } from './playhead.ts';
import { type FactState, type Report, type ReportRow, rowsOf, tally } from './report.ts';
import type { TakeDetails } from './take.ts';

/** What was asked, staged and measured in a take, keyframe by keyframe. */
@customElement('bb-report-panel')
export class ReportPanel extends Part {
  @property({ attribute: false }) generation: Generation | undefined;
  @property({ attribute: false }) details: TakeDetails | undefined;
  @property({ attribute: false }) head: Playhead | undefined;
  @state() private at = -1;
  /** The keyframe whose table is open; -1 if none is. */
  @state() private open = -1;
  #attached: Playhead | undefined;
  readonly #moved = () => {
    const at = this.#here();
    if (at === this.at) return;
    this.at = at;
    if (at >= 0 && this.head?.speed === 0) this.open = at;
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attached?.removeEventListener('frame', this.#moved);
    this.#attached = undefined;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('details')) {
      this.at = this.#here();
      // At first the first keyframe that lacks something is open.
      this.open = Math.max(0, (this.details?.keyframes ?? []).findIndex((k) => (k.holds ?? 0) < (k.of ?? 0)));
    }
    if (this.#attached !== this.head) {
      this.#attached?.removeEventListener('frame', this.#moved);
      this.#attached = this.head;
      this.#attached?.addEventListener('frame', this.#moved);
    }
    this.#moved();
  }

  /** The keyframe at the frame that is looked at; -1 if there is none. */
  #here(): number {
    return (this.details?.keyframes ?? []).findIndex((k) => k.frame === this.head?.frame);
  }

  protected override render(): TemplateResult {
    return html`<h2>Report</h2>
      ${this.details?.report ? this.#report(this.details.report, this.details) : this.#none()}`;
  }

  #none(): TemplateResult {
    const g = this.generation;
    const why = !g
      ? 'The report of a take is shown here.'
      : g.state === 'failed'
        ? 'There is no report: the take was not finished.'
        : g.state === 'completed'
          ? 'Reading the report.'
          : 'What each keyframe asked for is measured in the finished frames. The report comes with the last one.';
    return html`<p class="mid none-yet">${why}</p>
      ${g && g.state !== 'completed' ? this.#asked() : nothing}`;
  }

  #asked(): TemplateResult {
    return html`<ol class="asked">
      ${(this.details?.keyframes ?? []).map(
        (k, i) => html`<li class="rk"><button type="button" class="rkb" @click=${() => this.#go(k.frame)}>
          <b class="num">${i + 1}</b><span class="w">${k.caption}</span><span class="st dim">not measured yet</span>
        </button></li>`,
      )}
    </ol>`;
  }

  #report(report: Report, details: TakeDetails): TemplateResult {
    const t = tally(report.keyframes.flatMap((k) => k.facts));
    return html`<div class="sum num">
        <div><span class="big">${t.asked}</span><span class="mid">asked</span></div>
        <div><span class="big">${t.hold}</span><span class="mid">hold</span></div>
        ${t.inPart ? html`<div><span class="big attn">${t.inPart}</span><span class="mid">in part</span></div>` : nothing}
        ${t.notDone ? html`<div><span class="big fail">${t.notDone}</span><span class="mid">not done</span></div>` : nothing}
        ${t.unmeasured ? html`<div><span class="big dim">${t.unmeasured}</span><span class="mid">not measured</span></div>` : nothing}
      </div>
      ${report.keyframes.map((_, i) => this.#keyframe(report, details, i))}
      ${this.#notes(report)}
      <p class="dim foot">Measured from the posed figures and the id pass of the finished frames.</p>`;
  }

  #keyframe(report: Report, details: TakeDetails, i: number): TemplateResult {
    const k = report.keyframes[i];
    const known = details.keyframes[i];
    if (!k || !known) return html``;
    const lacking = (known.holds ?? 0) < (known.of ?? 0);
    return html`<details class="rk" ?data-current=${i === this.at} .open=${i === this.open}>
      <summary @click=${(e: Event) => this.#toggle(e, i, k.frame)}>
        <b class="num"><span class="sr">Keyframe </span>${i + 1}</b><span class="w">${known.caption}</span>
        <span class="st num ${lacking ? 'attn' : 'mid'}">${known.holds} of ${known.of}</span>
      </summary>
      <p class="said">${k.asked || k.understood}</p>
      <table>
        <thead><tr><th scope="col">Asked</th><th scope="col">Staged</th><th scope="col">Measured</th></tr></thead>
        <tbody>
          ${rowsOf(k).map(
            (r) => html`<tr @click=${() => this.#go(k.frame)}>
              <td>${r.asked}</td><td class="mid">${r.staged || unsaid(r)}</td><td>${measured(r)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }

  #notes(report: Report): TemplateResult | typeof nothing {
    const clip = report.warnings.filter((w) => w.keyframe < 0);
    const order = this.generation?.warnings ?? [];
    if (!clip.length && !order.length) return nothing;
    return html`<h3 class="noted">Noted</h3>
      <ul class="noted">
        ${order.map((w) => html`<li>${w.message}</li>`)} ${clip.map((w) => html`<li><b>${w.code}</b> ${w.message}</li>`)}
      </ul>`;
  }

  #toggle(e: Event, i: number, frame: number): void {
    e.preventDefault();
    const open = this.open === i ? -1 : i;
    this.#go(frame);
    this.open = open;
  }

  #go(frame: number): void {
    this.head?.play(0);
    this.head?.seek(frame);
  }
}

/** Older reports say what was staged only where it is not as asked. */
function unsaid(r: ReportRow): string {
  return r.said ? '' : 'as asked';
}

const TONES: Partial<Record<FactState, string>> = { 'in part': 'attn', 'not done': 'fail', 'not measured': 'dim' };

function measured(r: ReportRow): TemplateResult {
  if (!r.state) return html`<span class="dim">staged so</span>`;
  const tone = TONES[r.state];
  const text = r.measured && r.measured !== r.asked ? `${r.state}, ${r.measured}` : r.state;
  return tone ? html`<span class=${tone}>${text}</span>` : html`${text}`;
}
