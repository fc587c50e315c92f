/** The module of the turntable, which brings the 3D view along: loaded when a person is first looked at. */
const MODULES = import.meta.glob('../preview/turntable.ts');
const TAG = 'bb-turntable';

/** Loads the turntable; the name of its element, or undefined where there is none, or no WebGL. */
export async function turntable(): Promise<string | undefined> {
  const load = MODULES['../preview/turntable.ts'];
  if (!load || !webgl()) return undefined;
  await load();
  return customElements.get(TAG) ? TAG : undefined;
}

let known: boolean | undefined;

function webgl(): boolean {
  known ??= document.createElement('canvas').getContext('webgl2') !== null;
  return known;
}
