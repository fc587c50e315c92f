import { expect, test } from '@playwright/test';
import { type Motion, UnreadableMotion, boneName, one, readMotion } from './motion.ts';

const SQRT = Math.SQRT2 / 2;

/** Packs as the service does: the three smaller components with 20 bits each, and which is left out. */
function packed(q: readonly number[]): [number, number] {
  let left = 0;
  q.forEach((v, i) => (left = Math.abs(v) > Math.abs(q[left]!) ? i : left));
  const sign = q[left]! < 0 ? -1 : 1;
  const steps = ((1 << 19) - 1) * Math.SQRT2;
  const [a, b, c] = q.filter((_, i) => i !== left).map((v) => BigInt(Math.round(sign * v * steps) + (1 << 19)));
  const bits = a! | (b! << 20n) | (c! << 40n) | (BigInt(left) << 60n);
  return [Number(bits & 0xffffffffn), Number(bits >> 32n)];
}

function file(header: object, arrays: ArrayBuffer, version = 1): ArrayBuffer {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const padded = (json.length + 7) & ~7;
  const bytes = new Uint8Array(16 + padded + arrays.byteLength).fill(32);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('BBMO'));
  view.setUint32(4, version, true);
  view.setUint32(8, padded, true);
  view.setUint32(12, 0, true);
  bytes.set(json, 16);
  bytes.set(new Uint8Array(arrays), 16 + padded);
  return bytes.buffer;
}

const TURNS = [
  [0, 0, 0, 1],
  [SQRT, 0, 0, -SQRT],
  [0.5, -0.5, 0.5, 0.5],
  [0.1, 0.9, -0.3, Math.sqrt(1 - 0.01 - 0.81 - 0.09)],
  [-0.2, 0.3, 0.9, Math.sqrt(1 - 0.04 - 0.09 - 0.81)],
];

function example(): { header: Record<string, unknown>; data: ArrayBuffer } {
  const data = new ArrayBuffer(512);
  const floats = new Float32Array(data);
  const words = new Uint32Array(data);
  floats.set([1, 2, 3], 0); // 0: a place
  floats.set([0, 0, 0, 1], 4); // 16: a turn
  floats.set([0.4, 50, 36, 2], 8); // 32, 40, 48, 56 by twos: see below
  floats.set([0.4], 8);
  floats.set([50], 10);
  floats.set([7, 8, 9, 10, 11, 12], 16); // 64: the root of two frames
  // 96: a joint that moves, two frames; 112: three that stand still
  TURNS.slice(0, 2).forEach((q, i) => words.set(packed(q), 24 + 2 * i));
  TURNS.slice(2).forEach((q, i) => words.set(packed(q), 28 + 2 * i));
  new Uint16Array(data).set([0, 65535], 80); // 160: weights
  const still = (offset: number, width: number) => ({ type: 'float32', offset, width, frames: 1 });
  return {
    data,
    header: {
      format: 1,
      title: 'Test',
      frames: 2,
      rate: [24, 1],
      aspect: 2,
      cuts: [0],
      keyframes: [{ frame: 0, prompt: '' }],
      camera: {
        position: still(0, 3),
        rotation: still(16, 4),
        yfov: still(32, 1),
        focalLength: still(40, 1),
        sensorWidth: still(40, 1),
        focusDistance: still(40, 1),
        fNumber: still(40, 1),
      },
      ambient: still(0, 3),
      sky: still(0, 3),
      glows: [],
      lamps: [{ name: 'key light 1', group: 'key', source: 'bulb', color: [1, 1, 1], position: still(0, 3), intensity: still(40, 1) }],
      skeletons: [['root', 'upperarm-twist1.L', 'head', 'jaw']],
      people: [
        {
          name: 'Daniel',
          skeleton: 0,
          root: { type: 'float32', offset: 64, width: 3, frames: 2 },
          turns: {
            tracks: [0, -1, -2, -3],
            moving: { type: 'turn64', offset: 96, width: 1, frames: 2 },
            still: { type: 'turn64', offset: 112, width: 3, frames: 1 },
          },
          morphs: ['smile'],
          weights: { type: 'unorm16', offset: 160, width: 1, frames: 2 },
        },
      ],
    },
  };
}

function motion(change: (header: Record<string, unknown>) => void = () => undefined): Motion {
  const { header, data } = example();
  change(header);
  return readMotion(file(header, data));
}

test('turns come out as they went in, whichever component was left out', () => {
  const person = motion().people[0]!;
  const out = new Float32Array(16);
  person.turns.into(0, out);
  expectTurn(out.subarray(0, 4), TURNS[0]!);
  expectTurn(out.subarray(4, 8), TURNS[2]!);
  expectTurn(out.subarray(8, 12), TURNS[3]!);
  expectTurn(out.subarray(12, 16), TURNS[4]!);
  person.turns.into(1, out);
  expectTurn(out.subarray(0, 4), TURNS[1]!);
});

test('what changes is told per frame, what does not holds, and beyond the end the last frame does', () => {
  const m = motion();
  const person = m.people[0]!;
  expect([0, 1, 5].map((n) => one(person.root, n, 0))).toEqual([7, 10, 10]);
  expect([0, 1].map((n) => one(person.weights, n))).toEqual([0, 1]);
  expect(one(m.camera.focalLength, 1)).toBe(50);
  expect(m.rate).toEqual({ numerator: 24, denominator: 1 });
});

test('bones have the names that three.js gives them', () => {
  expect(boneName('upperarm-twist1.L')).toBe('upperarm-twist1L');
  expect(boneName('a b[c]')).toBe('a_bc');
});

test('something else, another version, and what came in part are refused with a reason', () => {
  const { header, data } = example();
  expect(() => readMotion(new ArrayBuffer(40))).toThrow(UnreadableMotion);
  expect(() => readMotion(file(header, data, 9))).toThrow('version 9');
  expect(() => readMotion(file(header, data).slice(0, 100))).toThrow('in part');
  expect(() => readMotion(file(header, data.slice(0, 64)))).toThrow('in part');
});

test('sizes that do not fit together are refused', () => {
  expect(() => motion((h) => (h['frames'] = 3))).toThrow(UnreadableMotion);
  expect(() => motion((h) => (h['frames'] = 1e9))).toThrow('1000000000 frames');
  expect(() => motion((h) => ((h['people'] as { turns: { tracks: number[] } }[])[0]!.turns.tracks[0] = 4))).toThrow('do not fit');
});

function expectTurn(found: Float32Array, q: readonly number[]): void {
  const dot = Math.abs(q.reduce((sum, v, i) => sum + v * found[i]!, 0));
  expect(2 * Math.acos(Math.min(1, dot))).toBeLessThan(1e-3);
  q.forEach((v, i) => expect(Math.abs(Math.abs(v) - Math.abs(found[i]!))).toBeLessThan(4e-6));
}
