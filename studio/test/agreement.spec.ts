import type { Page } from '@playwright/test';
import type { Example } from '../src/api/answers.ts';
import type { Probe } from '../src/preview/preview.ts';
import { expect, test } from './fixtures.ts';

type Answer = NonNullable<Probe['answer']>;

interface Tracks {
  readonly width: number;
  readonly height: number;
  readonly performers: readonly { readonly name: string; readonly joints: readonly string[] }[];
  readonly frames: readonly {
    readonly lens: { readonly position: readonly [number, number, number] };
    readonly performers: readonly { readonly name: string; readonly joints: readonly (readonly number[])[] }[];
  }[];
}

/** Asks the preview for the joints of a frame. */
async function probe(page: Page, frame: number): Promise<Answer> {
  return page.locator('.lens canvas').evaluate((canvas, n) => {
    const detail: { frame: number; answer?: unknown } = { frame: n };
    canvas.dispatchEvent(new CustomEvent('bb-probe', { detail }));
    return detail.answer as Answer;
  }, frame);
}

/** A point of the world in pixels of a picture. */
function projected(a: Answer, p: readonly number[], width: number, height: number): [number, number, number] {
  const times = (m: readonly number[], v: readonly number[]) =>
    [0, 1, 2, 3].map((row) => m[row]! * v[0]! + m[row + 4]! * v[1]! + m[row + 8]! * v[2]! + m[row + 12]! * v[3]!);
  const eye = times(a.view, [p[0]!, p[1]!, p[2]!, 1]);
  const clip = times(a.projection, eye);
  return [((clip[0]! / clip[3]! + 1) / 2) * width, ((1 - clip[1]! / clip[3]!) / 2) * height, -eye[2]!];
}

/** Frames all over a shot, each side of every cut among them. */
function frames(count: number, cuts: readonly number[]): readonly number[] {
  const some = Array.from({ length: 9 }, (_, i) => Math.round((i * (count - 1)) / 8));
  return [...new Set([...some, ...cuts, ...cuts.map((c) => c - 1)])].filter((n) => n >= 0 && n < count).sort((a, b) => a - b);
}

test.describe('the preview and the engine', () => {
  // The smallest window there is: this is about numbers, and pictures take their time without a graphics card.
  test.use({ viewport: { width: 480, height: 400 } });

  for (const id of ['corridor', 'talking-head', 'dialogue', 'product', 'walkthrough', 'sixteen', 'eight']) {
    test(`agree on where joints are: ${id}`, async ({ page, makeProject }) => {
      test.setTimeout(300_000);
      const answer = await page.request.get('/v1/examples');
      const list = (await answer.json()) as { examples?: readonly Example[]; items?: readonly Example[] };
      const example = (list.examples ?? list.items ?? []).find((e) => e.id === id);
      test.skip(example === undefined, `There is no example ${id}.`);
      const shot = example!.shot;
      const told = await page.request.post('/v1/shots/tracks', { data: shot, headers: origin(), timeout: 240_000 });
      expect(told.ok(), await told.text().then((t) => t.slice(0, 200))).toBe(true);
      const tracks = (await told.json()) as Tracks;
      const project = await makeProject(shot);
      await page.goto(`/#/edit/${project.id}`);
      await page.locator('.lens[data-kind=live]').waitFor({ timeout: 240_000 });
      let worst = 0;
      const script: number[] = [];
      let checked = 0;
      const { cuts } = await probe(page, 0);
      for (const n of frames(tracks.frames.length, cuts)) {
        const a = await probe(page, n);
        expect(a.frames).toBe(tracks.frames.length);
        script.push(a.milliseconds);
        // The lens stands where the engine's does: its own place is the middle of its own frame.
        const lens = tracks.frames[n]!.lens.position;
        for (const axis of [0, 1, 2]) {
          const off = a.view[axis]! * lens[0] + a.view[axis + 4]! * lens[1] + a.view[axis + 8]! * lens[2] + a.view[axis + 12]!;
          expect(Math.abs(off)).toBeLessThan(0.001);
        }
        tracks.frames[n]!.performers.forEach((p, who) => {
          const joints = new Map(a.people.find((q) => q.name === p.name)?.joints.map((j) => [j.name, j.at]));
          tracks.performers[who]!.joints.forEach((name, j) => {
            const engine = p.joints[j]!;
            const at = joints.get(name);
            expect(at, `${p.name} has no joint ${name} in the preview`).toBeDefined();
            // Behind the lens, and outside of the picture, nothing is seen of a joint.
            if (engine.length < 7 || engine[6] !== 1) return;
            const [u, v] = projected(a, at!, tracks.width, tracks.height);
            const off = Math.hypot(u - engine[3]!, v - engine[4]!);
            worst = Math.max(worst, off);
            checked++;
          });
        });
      }
      script.sort((a, b) => a - b);
      const median = script[Math.floor(script.length / 2)]!;
      const found = `${checked} joints, ${worst.toFixed(3)} pixels at most, ${median.toFixed(2)} ms of script for a frame`;
      test.info().annotations.push({ type: 'agreement', description: found });
      console.log(`${id}: ${found}`);
      if (tracks.performers.length > 0) expect(checked).toBeGreaterThan(100);
      expect(worst * (1080 / tracks.height)).toBeLessThan(1);
    });
  }
});

function origin(): Record<string, string> {
  return { Origin: new URL(process.env['BEATBOARD_URL'] ?? 'http://127.0.0.1:8080').origin };
}
