import type { ShotSession } from '../session/shot-session.ts';
import { moveKeyframe } from '../shot/edits.ts';
import { actionEnds } from './lanes.ts';
import { SNAP_REACH, type TimelineScale, snapped } from './timeline-scale.ts';

/** Less than this, in pixels, is a click and no drag. */
const STILL = 3;

let drags = 0;

/** What the pointer does on the timeline: scrubs, or drags a keyframe's mark. */
export class TimelineDrag {
  #drag: { readonly key: string; readonly index: number; readonly startX: number; moved: boolean } | undefined;
  #scrubbing = false;

  constructor(
    private readonly session: () => ShotSession,
    private readonly scale: () => TimelineScale,
    /** Told when a drag begins or ends. */
    private readonly changed: () => void,
  ) {}

  /** The keyframe that is dragged. */
  get dragged(): number | undefined {
    return this.#drag?.moved ? this.#drag.index : undefined;
  }

  /** @param x in the drawing */
  down(e: PointerEvent, svg: SVGSVGElement, x: number): void {
    if (e.button !== 0 || this.#drag || this.#scrubbing) return;
    if (e.target instanceof Element && e.target.closest('.pin')) return;
    const s = this.session();
    const mark = e.target instanceof Element ? e.target.closest<SVGElement>('[data-keyframe-mark]') : null;
    if (!mark && x < this.scale().left - 12) return;
    svg.setPointerCapture(e.pointerId);
    s.play(0);
    if (mark) {
      const index = Number(mark.dataset['keyframeMark']);
      mark.focus({ preventScroll: true });
      if (e.pointerType === 'touch' || s.readOnly) {
        // A finger hides a mark: on phones arrows in the keyframe's header move it.
        s.select(index);
        return;
      }
      this.#drag = { key: `drag:${++drags}`, index, startX: x, moved: false };
      s.select(index, false);
    } else {
      this.#scrubbing = true;
      s.seek(this.scale().frame(x));
    }
  }

  move(e: PointerEvent, x: number): void {
    if (this.#scrubbing) {
      this.session().seek(this.scale().frame(x));
      return;
    }
    const drag = this.#drag;
    if (!drag) return;
    if (!drag.moved && Math.abs(x - drag.startX) < STILL) return;
    const began = !drag.moved;
    drag.moved = true;
    const s = this.session();
    const scale = this.scale();
    const to = e.altKey ? scale.frame(x) : snapped(scale.between(x), this.#targets(s), scale.framesIn(SNAP_REACH));
    if (to !== s.frameOf(drag.index)) s.edit((shot) => moveKeyframe(shot, drag.index, to), drag.key, Infinity);
    if (began) this.changed();
  }

  up(): void {
    this.#scrubbing = false;
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = undefined;
    this.session().select(drag.index);
    this.changed();
  }

  /** What draws a mark near it: the playhead, the ends of the range, frames on which an action ends. */
  #targets(s: ShotSession): readonly number[] {
    const range = s.hasRange ? [s.range[0], s.range[1]] : [];
    return [s.playhead, ...range, ...actionEnds(s.explanation)];
  }
}
