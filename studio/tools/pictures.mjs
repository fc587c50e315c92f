/**
 * Makes the pictures of sets, props and examples that the studio shows, by the REST API of a running service alone:
 *
 *     BEATBOARD_URL=http://127.0.0.1:8080 BEATBOARD_KEY=bb_... node tools/pictures.mjs [sets] [props[=NAME,NAME]] [examples]
 *
 * They go to public/sets/NAME.jpg and public/examples/ID.jpg, 640 pixels wide, and to public/props/NAME.jpg, 400 pixels
 * wide, each framed as src/cast/prop-shots.json says. Without a key it works as the owner of a local service.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const url = process.env.BEATBOARD_URL ?? 'http://127.0.0.1:8080';
const key = process.env.BEATBOARD_KEY;
const folder = fileURLToPath(new URL('../public/', import.meta.url));
const MOST_BYTES = { sets: 40_000, examples: 40_000, props: 25_000 };

/** What shows a set best; sets that are not listed are shown wide, by day. */
const SETS = {
  'office-corridor': 'Wide shot of an empty office corridor, overhead fluorescent lighting.',
  office: 'Wide shot of an empty office, window light from the left.',
  'meeting-room': 'Wide shot of an empty meeting room, overhead fluorescent lighting, 24mm.',
  'living-room': 'Wide shot of an empty living room, golden hour light from the left.',
  kitchen: 'Wide shot of an empty kitchen, window light from the right.',
  cafe: 'Wide shot of an empty cafe, window light from the left.',
  bedroom: 'Wide shot of an empty bedroom, window light from the left.',
  'empty-apartment': 'Wide shot of an empty apartment, golden hour light.',
  studio: 'Wide shot of an empty studio, three-point lighting.',
  'street-day': 'Wide shot of an empty street by day, daylight.',
  'street-night': 'Wide shot of an empty street at night.',
};

/** The second of an example that tells most; the middle if it is not listed. */
const MOMENTS = { corridor: 7.5, dialogue: 4, eight: 8.5, product: 3, sixteen: 10, 'talking-head': 4, walkthrough: 5 };

let session;

/** What says who asks: the key, else the session of a local service's owner. */
async function asked() {
  if (key) return { Authorization: `Bearer ${key}` };
  session ??= await fetch(`${url}/v1/sign-in/local`, { method: 'POST', headers: { Origin: url } });
  return { Origin: url, Cookie: (session.headers.get('set-cookie') ?? '').split(';')[0] };
}

async function call(method, path, body) {
  const response = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(await asked()) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** One frame, drawn without an order. */
async function still(shot, frame, width = 640) {
  const response = await call('POST', `/v1/shots/still?frame=${frame}&width=${width}`, shot);
  return Buffer.from(await response.arrayBuffer());
}

/** The first frame, as an order. */
async function picture(shot) {
  const made = await (
    await call('POST', '/v1/generations', { type: 'image', output_format: 'jpeg', size: '640x360', direction: shot })
  ).json();
  for (;;) {
    const now = await (await call('GET', `/v1/generations/${made.id}`)).json();
    if (now.state === 'completed') {
      const bytes = Buffer.from(await (await fetch(now.output[0].url)).arrayBuffer());
      await call('DELETE', `/v1/generations/${made.id}`);
      return bytes;
    }
    if (now.state === 'failed') throw new Error(now.failure_reason);
    await new Promise((r) => setTimeout(r, 500));
  }
}

async function keep(shelf, name, bytes) {
  await mkdir(`${folder}${shelf}`, { recursive: true });
  await writeFile(`${folder}${shelf}/${name}.jpg`, bytes);
  const much = bytes.length > MOST_BYTES[shelf] ? ', more than wanted' : '';
  console.log(`${shelf}/${name}.jpg, ${bytes.length} bytes${much}`);
}

async function sets() {
  const { sets: names } = await (await call('GET', '/v1/vocabulary')).json();
  for (const name of names) {
    const words = name.replaceAll('-', ' ');
    const prompt = SETS[name] ?? `Wide shot of an empty ${words}, daylight.`;
    await keep('sets', name, await picture({ title: `Set: ${words}`, duration: '1s', keyframes: [{ at: '0s', prompt }] }));
  }
}

async function props(only) {
  const { building, shots } = JSON.parse(await readFile(new URL('../src/cast/prop-shots.json', import.meta.url)));
  const { items } = await (await call('GET', '/v1/props')).json();
  for (const { name, sets, brought } of items) {
    if ((sets.length === 0 && !brought) || building.includes(name)) continue;
    if (only.length > 0 && !only.includes(name)) continue;
    const set = shots[name]?.set ?? sets[0] ?? 'studio';
    const prompt = shots[name]?.as ?? `Full shot of the ${name.replaceAll('-', ' ')}.`;
    const camera = shots[name]?.mark ? { camera: { mark: shots[name].mark } } : {};
    await keep('props', name, await still({ duration: '5s', set, keyframes: [{ at: '0s', prompt, ...camera }] }, 0, 400));
  }
}

async function examples() {
  const { items } = await (await call('GET', '/v1/examples')).json();
  for (const { id, seconds, shot } of items) {
    const rate = String(shot.fps ?? 24);
    const [above, below] = rate.split('/').map(Number);
    const moment = Math.min(MOMENTS[id] ?? seconds / 2, seconds);
    await keep('examples', id, await still(shot, Math.floor((moment * above) / (below ?? 1))));
  }
}

const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.includes('sets')) await sets();
const named = wanted.find((w) => w.split('=')[0] === 'props');
if (wanted.length === 0 || named) await props(named?.split('=')[1]?.split(',') ?? []);
if (wanted.length === 0 || wanted.includes('examples')) await examples();
