import { type SVGTemplateResult, nothing, svg } from 'lit';
import type { FrameComment } from '../session/comments.ts';
import type { FrameRate } from '../shot/timecode.ts';
import { timecode } from '../shot/timecode.ts';
import { type Bar, type Lane, fittingLabel } from './lanes.ts';
import type { TimelineLayout } from './timeline-layout.ts';
import { ticks } from './timeline-scale.ts';

/** How wide a text is in the timeline's type, in pixels. */
export type Measure = (text: string) => number;

/** Room that a time on the ruler needs, and how far it keeps from keyframe marks, in usual pixels. */
const TIME_ROOM = 110;
const TIME_CLEAR = 30;

/** The ruler's lines and times, and which frames are rendered and which are not. */
export function ruler(
  layout: TimelineLayout,
  rate: FrameRate,
  marks: readonly number[],
  toRender: readonly (readonly [number, number])[],
): SVGTemplateResult {
  const { scale, ruler: y, unit } = layout;
  const clear = (x: number, last: boolean) => marks.every((m) => Math.abs(scale.x(m) - x) >= (last ? TIME_CLEAR * 2.2 : TIME_CLEAR) * unit);
  return svg`
    ${ticks(scale, rate, TIME_ROOM * unit).map(({ frame, label }) => {
      const x = scale.x(frame);
      const last = x > layout.width - TIME_CLEAR * unit;
      return svg`<line class="tick" x1=${x} x2=${x} y1=${y - (label ? 8 : 4)} y2=${y}></line>
        ${label && clear(x, last) ? svg`<text class="num" x=${last ? layout.width - 8 : x} y=${layout.markY + 4 * unit} text-anchor=${last ? 'end' : 'middle'}>${label}</text>` : nothing}`;
    })}
    <line class="done" x1=${scale.x(0)} x2=${scale.x(scale.frames)} y1=${y + 1} y2=${y + 1}></line>
    ${toRender.map(([from, to]) => svg`<line class="todo" x1=${scale.x(from)} x2=${scale.x(to)} y1=${y + 1} y2=${y + 1}></line>`)}`;
}

/** From each card of the storyboard to its mark. */
export function leaders(layout: TimelineLayout, cards: readonly number[], marks: readonly number[], selected: number): SVGTemplateResult {
  const end = layout.markY - 8;
  return svg`${marks.map((frame, i) => {
    const from = cards[i];
    if (from === undefined) return nothing;
    const to = layout.scale.x(frame);
    return svg`<path class="lead ${i === selected ? 'on' : ''}" d="M${from} 0C${from} ${end * 0.7},${to} ${end * 0.3},${to} ${end}"></path>`;
  })}`;
}

/** A lane's bars with its name; read out as one sentence. */
export function lane(layout: TimelineLayout, rate: FrameRate, all: Lane, index: number, measure: Measure): SVGTemplateResult {
  const inset = layout.small ? 12 : 16;
  const y = laneY(layout, index);
  const name = fittingLabel(all.name, layout.scale.left - inset - 6, measure);
  const told = all.bars.map((b) => `${timecode(b.from, rate)} ${b.told}`).join('; ');
  return svg`<g role="img" aria-label="${all.name}: ${told}">
    <text class="lane" x=${inset} y=${baseline(layout, y)}>${name}</text>
    ${all.bars.map((b) => bar(layout, b, y))}
  </g>`;
}

/** The labels of a lane's bars as far as they fit; over the keyframes' lines, so that these do not cross them. */
export function labels(layout: TimelineLayout, all: Lane, index: number, measure: Measure): SVGTemplateResult {
  const base = baseline(layout, laneY(layout, index));
  return svg`${all.bars.map((b) => {
    const x = layout.scale.x(b.from) + 1;
    const text = fittingLabel(b.label, layout.scale.x(b.to) - x - 14, measure, !layout.small);
    return text ? svg`<text class="t-${b.kind} ${b.kind === 'hold' || b.kind === 'auto' ? '' : 'on'}" x=${x + 8} y=${base}>${text}</text>` : nothing;
  })}`;
}

function laneY(layout: TimelineLayout, index: number): number {
  return layout.laneTop + index * (layout.laneHeight + layout.laneGap);
}

function baseline(layout: TimelineLayout, y: number): number {
  return y + layout.laneHeight / 2 + 4 * layout.unit;
}

function bar(layout: TimelineLayout, b: Bar, y: number): SVGTemplateResult {
  const { laneHeight: height } = layout;
  const x = layout.scale.x(b.from) + 1;
  const width = Math.max(2, layout.scale.x(b.to) - layout.scale.x(b.from) - 2);
  const outlined = b.kind === 'auto' || b.kind === 'warn' ? 0.5 : 0;
  return svg`<g>
    ${b.kind === 'move'
      ? svg`<path class="move" d="M${x} ${y + height - 3}L${x + width} ${y}V${y + height}H${x}Z"></path>`
      : svg`<rect class=${b.kind} x=${x + outlined} y=${y + outlined} width=${width - outlined * 2} height=${height - outlined * 2} rx="3"></rect>`}
    ${b.kind === 'act' ? svg`<rect class="begin" x=${x} y=${y} width="2.5" height=${height} rx="1"></rect>` : nothing}
    <title>${b.told}</title>
  </g>`;
}

/** The range that is played, if it is not all. */
export function range(layout: TimelineLayout, [from, to]: readonly [number, number]): SVGTemplateResult {
  const [a, b] = [layout.scale.x(from), layout.scale.x(to + 1)];
  const y = layout.ruler;
  return svg`<g class="range" aria-hidden="true">
    <rect class="out" x=${layout.scale.left} y=${y + 4} width=${Math.max(0, a - layout.scale.left)} height=${layout.height - y - 4}></rect>
    <rect class="out" x=${b} y=${y + 4} width=${Math.max(0, layout.scale.x(layout.scale.frames) - b)} height=${layout.height - y - 4}></rect>
    <path class="end" d="M${a + 5} ${y - 7}H${a}V${y + 8}h5M${b - 5} ${y - 7}H${b}V${y + 8}h-5"></path>
  </g>`;
}

/** What a keyframe's mark shows. */
export interface Mark {
  readonly index: number;
  readonly frame: number;
  readonly cut: boolean;
  readonly selected: boolean;
  readonly dragged: boolean;
  readonly caption: string;
  /** To which frames it can move, both ends included. */
  readonly room: readonly [number, number];
}

/** The line under a mark through all lanes. */
export function markLine(layout: TimelineLayout, m: Mark): SVGTemplateResult {
  const x = layout.scale.x(m.frame);
  return svg`<line class="kl ${m.selected ? 'on' : ''} ${m.cut ? 'cut' : ''}" x1=${x} x2=${x} y1=${layout.ruler + 4} y2=${layout.height}></line>`;
}

/** A keyframe's mark: a diamond where it is reached continuously, a rectangle where it cuts. */
export function mark(layout: TimelineLayout, rate: FrameRate, m: Mark, readOnly: boolean): SVGTemplateResult {
  const x = layout.scale.x(m.frame);
  const y = layout.markY;
  const u = Math.min(layout.unit, 1.25);
  const time = timecode(m.frame, rate);
  return svg`<g
    class="k ${m.selected ? 'on' : ''} ${m.dragged ? 'dragged' : ''}"
    data-keyframe-mark=${m.index}
    tabindex=${m.selected ? 0 : -1}
    role="slider"
    aria-label="Keyframe ${m.index + 1}"
    aria-readonly=${readOnly ? 'true' : nothing}
    aria-valuemin=${m.room[0]}
    aria-valuemax=${m.room[1]}
    aria-valuenow=${m.frame}
    aria-valuetext="${time}, frame ${m.frame}, ${m.cut ? 'cut' : 'continuous'}, ${m.caption}"
  >
    <title>${m.index + 1}, ${time}, ${m.caption}</title>
    <rect class="ring" x=${x - 12 * u} y=${y - 12 * u} width=${24 * u} height=${24 * u} rx="5"></rect>
    ${m.cut
      ? svg`<rect class="dia" x=${x - 5 * u} y=${y - 6 * u} width=${10 * u} height=${12 * u} rx="1"></rect>`
      : svg`<path class="dia" d="M${x} ${y - 7 * u}l${7 * u} ${7 * u} ${-7 * u} ${7 * u} ${-7 * u} ${-7 * u}Z"></path>`}
    ${m.dragged ? tag(layout, `${time}  ${m.frame}`, x) : nothing}
  </g>`;
}

/** Time and frame at a mark that is dragged. */
function tag(layout: TimelineLayout, text: string, x: number): SVGTemplateResult {
  const width = 112 * layout.unit;
  const height = 22 * layout.unit;
  const at = Math.max(4, Math.min(layout.width - width - 4, x - width / 2));
  const y = layout.ruler + 8;
  return svg`<g class="tag" aria-hidden="true">
    <rect x=${at} y=${y} width=${width} height=${height} rx="4"></rect>
    <text x=${at + width / 2} y=${y + height / 2 + 4 * layout.unit} text-anchor="middle">${text}</text>
  </g>`;
}

/** The line at the frame that is looked at; the timeline moves it without drawing anything else. */
export function playhead(layout: TimelineLayout): SVGTemplateResult {
  return svg`<g class="playhead" tabindex="0" role="slider" aria-label="Playhead" aria-valuemin="0" aria-valuemax=${layout.scale.frames - 1}>
    <rect class="ring" x="-12" y=${layout.ruler - 10} width="24" height="24" rx="5"></rect>
    <line class="ph" x1="0" x2="0" y1=${layout.ruler} y2=${layout.height}></line>
    <path class="phh" d="M-6 ${layout.ruler - 3}h12l-6 8Z"></path>
  </g>`;
}

/** What is said where lanes will be. */
export function note(layout: TimelineLayout, text: string): SVGTemplateResult {
  return svg`<text x=${layout.scale.left + 8} y=${layout.laneTop + layout.laneHeight / 2 + 4 * layout.unit}>${text}</text>`;
}

/** Comments pinned to frames: one pin for all of a frame. */
export function pins(layout: TimelineLayout, rate: FrameRate, comments: readonly FrameComment[], open: (frame: number) => void): SVGTemplateResult {
  const frames = [...new Set(comments.map((c) => c.frame))].filter((f) => f >= 0 && f < layout.scale.frames);
  const y = layout.ruler + 1;
  return svg`${frames.map((frame) => {
    const x = layout.scale.x(frame);
    const said = comments.filter((c) => c.frame === frame).map((c) => `${c.author}: ${c.text}`);
    const key = (e: KeyboardEvent) => {
      if (e.key !== 'Enter' && e.key !== ' ') return;
      e.preventDefault();
      open(frame);
    };
    return svg`<g class="pin" tabindex="0" role="button" aria-label="Comment at ${timecode(frame, rate)}. ${said.join(' ')}" @click=${() => open(frame)} @keydown=${key}>
      <title>${said.join('\n')}</title>
      <rect class="ring" x=${x - 12} y=${y - 12} width="24" height="24" rx="5"></rect>
      <circle cx=${x} cy=${y} r="5"></circle>
    </g>`;
  })}`;
}
