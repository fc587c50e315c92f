import { expect, test } from '@playwright/test';
import type { StagePlan } from './plan.ts';
import { fit, freePlace, onPath, pageAngle, placeLabels, shownBox, stepOnFloor, toFloor, toPage, within } from './plan-geometry.ts';

const CORRIDOR: StagePlan = {
  bounds: { x0: -1.5, z0: -21, x1: 1.5, z1: 8 },
  actingArea: { x0: -1, z0: -1, x1: 1, z1: 1 },
  rooms: [{ x0: -1.5, z0: -21, x1: 1.5, z1: 8, height: 2.7 }],
  walls: [],
  furniture: [
    { name: 'bench', outline: [[0.9, -1], [1.5, -1], [1.5, 0.5], [0.9, 0.5]], low: 0, high: 0.45, solid: true },
    { name: 'rug', outline: [[-1, -5], [1, -5], [1, -4], [-1, -4]], low: 0, high: 0.01, solid: false },
  ],
  lights: [],
  people: [],
  camera: { marks: [], path: [], cuts: [0] },
};
const SHEET = { width: 1000, height: 400, foot: 40, inset: [220, 140] as const };

test('a long set lies across, with the camera before the stage at the left', () => {
  const f = fit({ x0: -2, z0: -10, x1: 2, z1: 8 }, SHEET);
  expect(f.turned).toBe(true);
  expect(toPage(f, 0, 8)[0]).toBeLessThan(toPage(f, 0, -10)[0]);
  // The picture's right is the right hand of who looks along the page: below.
  expect(toPage(f, 2, 0)[1]).toBeGreaterThan(toPage(f, -2, 0)[1]);
});

test('a square set stands upright, with the camera below', () => {
  const f = fit({ x0: -3, z0: -3, x1: 3, z1: 3 }, SHEET);
  expect(f.turned).toBe(false);
  expect(toPage(f, 0, 3)[1]).toBeGreaterThan(toPage(f, 0, -3)[1]);
});

test('page and floor are each other’s inverse, turned or not', () => {
  for (const box of [{ x0: -2, z0: -10, x1: 2, z1: 8 }, { x0: -3, z0: -3, x1: 3, z1: 3 }]) {
    const f = fit(box, SHEET);
    const [px, py] = toPage(f, 1.25, -0.5);
    const [x, z] = toFloor(f, px, py);
    expect(x).toBeCloseTo(1.25, 9);
    expect(z).toBeCloseTo(-0.5, 9);
    const [dx, dz] = stepOnFloor(f, 1, 0);
    expect(toPage(f, 1.25 + dx, -0.5 + dz)[0]).toBeGreaterThan(px);
    expect(toPage(f, 1.25 + dx, -0.5 + dz)[1]).toBeCloseTo(py, 9);
  }
});

test('the whole plan fits beside or above the inset', () => {
  const box = { x0: -5, z0: -5, x1: 5, z1: 5 };
  const f = fit(box, SHEET);
  const [x, y] = toPage(f, box.x1, box.z1);
  expect(x <= SHEET.width - SHEET.inset[0] + 1e-6 || y <= SHEET.height - SHEET.inset[1] + 1e-6).toBe(true);
  expect(y).toBeLessThanOrEqual(SHEET.height - SHEET.foot + 1e-6);
});

test('who faces the audience faces down, or left where the plan is turned', () => {
  expect(pageAngle({ turned: false, scale: 1, origin: [0, 0] }, 0)).toBeCloseTo(90, 9);
  expect(Math.abs(pageAngle({ turned: true, scale: 1, origin: [0, 0] }, 0))).toBeCloseTo(180, 9);
});

test('of a set longer than 24 meters the part is shown in which something happens', () => {
  const b = shownBox(CORRIDOR);
  expect(b.z1 - b.z0).toBeLessThanOrEqual(24 + 1.3);
  expect(b.z0).toBeLessThanOrEqual(-1);
  expect(b.z1).toBeGreaterThanOrEqual(1);
});

test('a mark in a wall stays at the wall and says so', () => {
  const free = freePlace(CORRIDOR, 0, 30, true);
  expect(free.stopped).toBe('wall');
  expect(free.z).toBeCloseTo(7.75, 9);
});

test('a mark in furniture stays beside it, a camera goes over it', () => {
  const free = freePlace(CORRIDOR, 1.1, 0, true);
  expect(free.stopped).toBe('bench');
  expect(within(CORRIDOR.furniture[0]!.outline, free.x, free.z)).toBe(false);
  expect(freePlace(CORRIDOR, 1.1, 0, false).stopped).toBeUndefined();
  expect(freePlace(CORRIDOR, 0, -4.5, true).stopped).toBeUndefined();
});

test('between two points of a path one is on the line, and turns the short way', () => {
  const path = [
    [0, 0, 0, 170],
    [10, 2, 4, -170],
  ] as const;
  const [x, z, facing] = onPath(path, 5)!;
  expect([x, z]).toEqual([1, 2]);
  expect(facing).toBeCloseTo(180, 9);
  expect(onPath(path, 99)!.slice(0, 2)).toEqual([2, 4]);
});

test('labels of things side by side do not cover each other', () => {
  const things = [0, 1, 2].map((i) => ({ at: [200 + 30 * i, 200] as const, radius: 16, lines: [90] }));
  const rects = placeLabels(things, 800, 400).map((p) => {
    const left = p.anchor === 'start' ? p.x : p.anchor === 'end' ? p.x - 90 : p.x - 45;
    return [left, p.y - 13, left + 90, p.y + 5] as const;
  });
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [rects[i]!, rects[j]!];
      expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
    }
  }
});
