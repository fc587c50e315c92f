/** A frame rate as the exact fraction of numerator and denominator frames per second. */
export interface FrameRate {
  readonly numerator: number;
  readonly denominator: number;
}

const NTSC: Readonly<Record<string, FrameRate>> = {
  '23.976': { numerator: 24000, denominator: 1001 },
  '29.970': { numerator: 30000, denominator: 1001 },
  '29.97': { numerator: 30000, denominator: 1001 },
  '59.940': { numerator: 60000, denominator: 1001 },
  '59.94': { numerator: 60000, denominator: 1001 },
};

/** Reads `24`, `23.976` or `24000/1001`; 24 if it is none. */
export function frameRate(text: string | number | undefined): FrameRate {
  const t = String(text ?? '24').trim();
  const known = NTSC[t];
  if (known) return known;
  const fraction = /^(\d{1,6})\/(\d{1,6})$/.exec(t);
  if (fraction) return { numerator: Number(fraction[1]), denominator: Math.max(1, Number(fraction[2])) };
  const value = Number(t);
  return Number.isInteger(value) && value > 0 && value <= 240 ? { numerator: value, denominator: 1 } : { numerator: 24, denominator: 1 };
}

/** Frames per second as a number. */
export function framesPerSecond(rate: FrameRate): number {
  return rate.numerator / rate.denominator;
}

/**
 * The frame nearest to a time as shot files write it: `2.5s`, `500ms`, `60f`, `00:00:02:12`, `1001/24000s`.
 *
 * @returns undefined if the text is no time
 */
export function frameOf(at: string | number | undefined, rate: FrameRate): number | undefined {
  const t = String(at ?? '').trim();
  const fps = framesPerSecond(rate);
  let m = /^(\d{1,7})\s*f$/.exec(t);
  if (m) return Number(m[1]);
  m = /^(\d{1,15})\/(\d{1,12})\s*s$/.exec(t);
  if (m && Number(m[2]) > 0) return Math.round((Number(m[1]) / Number(m[2])) * fps);
  m = /^(\d{1,2}):(\d{2}):(\d{2}):(\d{2})$/.exec(t);
  if (m) {
    const whole = Math.round(fps);
    return ((Number(m[1]) * 60 + Number(m[2])) * 60 + Number(m[3])) * whole + Number(m[4]);
  }
  m = /^(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s*(s|sec|ms)?$/.exec(t);
  if (m) return Math.round(Number(m[1]) * (m[2] === 'ms' ? 0.001 : 1) * fps);
  return undefined;
}

/** Hours are left out, as clips last 20 s at most: `MM:SS:FF`. */
export function timecode(frame: number, rate: FrameRate): string {
  const whole = Math.round(framesPerSecond(rate));
  const n = Math.max(0, Math.round(frame));
  const two = (v: number) => String(v).padStart(2, '0');
  return `${two(Math.floor(n / whole / 60))}:${two(Math.floor(n / whole) % 60)}:${two(n % whole)}`;
}
