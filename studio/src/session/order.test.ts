import { expect, test } from '@playwright/test';
import type { Generation } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotDocument } from '../shot/document.ts';
import { Orders, orderBody, priceBody } from './order.ts';

const SHOT: ShotDocument = { duration: '1s', keyframes: [{ at: '0s', prompt: 'Wide shot of an office.' }] };
const OPTIONS = { resolution: '360p' };

class Shelf {
  readonly #kept = new Map<string, string>();
  getItem = (k: string) => this.#kept.get(k) ?? null;
  setItem = (k: string, v: string) => void this.#kept.set(k, v);
  removeItem = (k: string) => void this.#kept.delete(k);
}

function orders(answers: (() => Promise<Generation>)[], kept = new Shelf()) {
  const keys: string[] = [];
  const client = {
    post: (_: string, __: unknown, o: { headers: Record<string, string> }) => {
      keys.push(o.headers['Idempotency-Key'] ?? '');
      return (answers.shift() ?? (() => Promise.reject(new Error('asked too often'))))();
    },
  } as unknown as Client;
  return { keys, orders: new Orders(client, kept) };
}

const made = () => Promise.resolve({ id: 'g1' } as Generation);

test('an order says the size in pixels where another shape is wanted, and the price the shape', () => {
  const o = { ...OPTIONS, aspect: '9:16', size: '360x640', formats: ['mp4', 'exr'], layers: ['depth'], parent: 'p' };
  expect(orderBody('project', SHOT, o)).toEqual({
    type: 'video',
    model: 'beatboard',
    direction: SHOT,
    project_id: 'project',
    size: '360x640',
    formats: ['mp4', 'exr'],
    layers: ['depth'],
    parent_id: 'p',
  });
  expect(priceBody(SHOT, o)).toMatchObject({ resolution: '360p', aspect: '9:16', parent_id: 'p' });
  expect(orderBody('project', SHOT, OPTIONS)).toMatchObject({ video: { resolution: '360p' } });
});

test('two clicks order once', async () => {
  const { keys, orders: o } = orders([made]);
  const [a, b] = await Promise.all([o.place('p', SHOT, OPTIONS), o.place('p', SHOT, OPTIONS)]);
  expect(a).toBe(b);
  expect(keys).toHaveLength(1);
  expect(o.placed('p', SHOT, OPTIONS)).toBe('g1');
});

test('an answer that was lost is asked for again with the same key, also after a reload', async () => {
  const kept = new Shelf();
  const first = orders([() => Promise.reject(new Offline())], kept);
  await expect(first.orders.place('p', SHOT, OPTIONS)).rejects.toBeInstanceOf(Offline);
  const second = orders([made], kept);
  await second.orders.place('p', SHOT, OPTIONS);
  expect(second.keys).toEqual(first.keys);
});

test('an order that may have been placed keeps its key, whatever is ordered meanwhile', async () => {
  const away = () => Promise.reject(new Problem(503, 'unavailable', 'The server is stopping.'));
  const { keys, orders: o } = orders([away, () => Promise.reject(new Offline()), made, made]);
  await expect(o.place('p', SHOT, OPTIONS)).rejects.toBeInstanceOf(Problem);
  await expect(o.place('p', SHOT, { resolution: '540p' })).rejects.toBeInstanceOf(Offline);
  await o.place('p', SHOT, OPTIONS);
  await o.place('p', SHOT, { resolution: '540p' });
  expect(keys.slice(2)).toEqual(keys.slice(0, 2));
});

test('a new intent has a new key, and so has the next one after an answer', async () => {
  const { keys, orders: o } = orders([made, made, () => Promise.reject(new Problem(402, 'insufficient_credits', 'Too few.')), made]);
  await o.place('p', SHOT, OPTIONS);
  await o.place('p', SHOT, { resolution: '540p' });
  await expect(o.place('p', SHOT, OPTIONS)).rejects.toBeInstanceOf(Problem);
  await o.place('p', SHOT, OPTIONS);
  expect(new Set(keys).size).toBe(4);
});
