/** A point in a picture, as parts of its width and height. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

const STEP = 0.02;

/** Where in a box a pointer is. */
export function spotPlaced(e: { readonly clientX: number; readonly clientY: number }, box: DOMRectReadOnly): Spot {
  return bounded((e.clientX - box.left) / Math.max(1, box.width), (e.clientY - box.top) / Math.max(1, box.height));
}

/** The point moved by an arrow key; undefined if the key is none. */
export function spotMoved(spot: Spot, key: string): Spot | undefined {
  switch (key) {
    case 'ArrowLeft':
      return bounded(spot.x - STEP, spot.y);
    case 'ArrowRight':
      return bounded(spot.x + STEP, spot.y);
    case 'ArrowUp':
      return bounded(spot.x, spot.y - STEP);
    case 'ArrowDown':
      return bounded(spot.x, spot.y + STEP);
    default:
      return undefined;
  }
}

function bounded(x: number, y: number): Spot {
  const part = (v: number) => Math.round(Math.min(1, Math.max(0, v)) * 1000) / 1000;
  return { x: part(x), y: part(y) };
}
