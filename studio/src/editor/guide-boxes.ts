/** A rectangle in a picture that is 100 high. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The middle of a picture that screens are sure to show: 0.93 for action, 0.9 for titles (SMPTE ST 2046-1). */
export function safeArea(share: number, aspect: number): Box {
  const w = 100 * aspect;
  return { x: (w * (1 - share)) / 2, y: 50 * (1 - share), width: w * share, height: 100 * share };
}

/** What remains of a picture under the mask of another shape; undefined if the text is no shape. */
export function maskOf(shape: string, aspect: number): Box | undefined {
  const m = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(shape);
  const other = m ? Number(m[1]) / Number(m[2]) : NaN;
  if (!(other > 0) || !Number.isFinite(other)) return undefined;
  const w = 100 * aspect;
  const width = other >= aspect ? w : 100 * other;
  const height = other >= aspect ? w / other : 100;
  return { x: (w - width) / 2, y: (100 - height) / 2, width, height };
}
