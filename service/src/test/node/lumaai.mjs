// Drives a running service with the vendor's own client, npm lumaai, unmodified but for its base URL.
// Arguments: the folder with node_modules, the service's URL, a key. Prints what it saw as JSON.
import assert from "node:assert/strict";
import fs from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, url, key] = process.argv.slice(2);
const require = createRequire(path.join(folder, "package.json"));
const { LumaAI } = require("lumaai");
const client = new LumaAI({ authToken: key, baseURL: url + "/dream-machine/v1" });
const about = fs.readFileSync(path.join(folder, "node_modules/lumaai/package.json"), "utf8");
const seen = { version: JSON.parse(about).version };

const heard = [];
const receiver = http.createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    heard.push(JSON.parse(body));
    response.writeHead(200).end();
  });
});
await new Promise((ready) => receiver.listen(0, "127.0.0.1", ready));
const callback_url = `http://127.0.0.1:${receiver.address().port}/callback`;

async function refused(work, status) {
  try {
    await work();
  } catch (e) {
    assert.equal(e.status, status, String(e));
    assert.equal(typeof e.error.detail, "string");
    return e.error.detail;
  }
  return assert.fail(`expected status ${status}`);
}

async function ended(id) {
  for (let i = 0; i < 600; i++) {
    const g = await client.generations.get(id);
    if (g.state === "completed" || g.state === "failed") {
      return g;
    }
    assert.ok(["queued", "dreaming"].includes(g.state), g.state);
    await new Promise((wait) => setTimeout(wait, 200));
  }
  return assert.fail("not ended");
}

assert.equal((await client.ping.check()).message, "pong");
const credits = await client.credits.get();
assert.ok(credits.credit_balance > 0);
const concepts = await client.generations.concepts.list();
assert.ok(concepts.includes("push_in"));
// Older clients had a method for this; in this one it is a call of an address.
assert.ok((await client.get("/generations/camera_motion/list")).includes("Push In"));

// size is ours, as is any field that the client does not know.
const tiny = { size: "128x72" };
const film = await client.generations.create({
  prompt: "Wide shot of an empty office, morning light from the left",
  model: "ray-2",
  duration: "0.5s",
  concepts: [{ key: "static" }],
  callback_url,
  ...tiny,
});
assert.equal(film.state, "queued");
assert.equal(film.model, "ray-2");
assert.equal(film.generation_type, "video");
assert.equal(film.request.callback_url, callback_url);
const done = await ended(film.id);
assert.equal(done.state, "completed", JSON.stringify(done));
assert.ok(done.assets.video.startsWith(url + "/files/"), done.assets.video);
seen.film = film.id;
seen.video = done.assets.video;

const later = await client.generations.video.create({
  prompt: "Wide shot of an empty office, night",
  model: "ray-flash-2",
  duration: "0.25s",
  ...tiny,
});
const reframed = await client.generations.video.reframe({
  generation_type: "reframe_video",
  model: "ray-2",
  aspect_ratio: "9:16",
  media: { url: done.assets.video },
  size: "72x128",
});
const modified = await client.generations.video.modify({
  generation_type: "modify_video",
  model: "ray-2",
  mode: "flex_1",
  prompt: "Wide shot of an empty office, night",
  media: { url: done.assets.video },
});
const larger = await client.generations.upscale(film.id, {
  generation_type: "upscale_video",
  resolution: "360p",
  size: "256x144",
});
const picture = await client.generations.image.create({
  prompt: "Wide shot of an empty office, daylight",
  model: "photon-1",
  format: "jpg",
  sync: true,
  sync_timeout: 50,
  ...tiny,
});
assert.equal(picture.state, "completed", JSON.stringify(picture));
assert.ok(picture.assets.image);
const square = await client.generations.image.reframe({
  generation_type: "reframe_image",
  model: "photon-1",
  aspect_ratio: "1:1",
  media: { url: picture.assets.image },
  size: "72x72",
});
for (const g of [later, reframed, modified, larger, square]) {
  assert.equal((await ended(g.id)).state, "completed");
}

const list = await client.generations.list({ limit: 2, offset: 0 });
assert.equal(list.count, 2);
assert.equal(list.generations.length, 2);
assert.equal(list.has_more, true);
const rest = await client.generations.list({ limit: 100, offset: 2 });
assert.equal(rest.count, 5);
assert.equal(rest.has_more, false);

await client.generations.delete(later.id);
await refused(() => client.generations.get(later.id), 404);

seen.refusals = [
  await refused(() => client.generations.create({ model: "ray-2" }), 400),
  await refused(() => client.generations.create({ prompt: "ab", model: "ray-2" }), 400),
  await refused(
    () => client.generations.create({ prompt: "office", model: "ray-2", keyframes: {} }), 400),
  await refused(
    () => client.generations.create({ prompt: "office", model: "ray-2", resolution: "4k" }), 422),
  await refused(() => client.generations.audio(film.id, { prompt: "rain" }), 422),
  await refused(
    () => new LumaAI({ authToken: "bb_wrong", baseURL: client.baseURL }).ping.check(), 401),
];

for (let i = 0; i < 100 && !heard.some((g) => g.state === "completed"); i++) {
  await new Promise((wait) => setTimeout(wait, 100));
}
assert.ok(heard.every((g) => g.id === film.id));
seen.callbacks = [...new Set(heard.map((g) => g.state))].sort();
receiver.close();
receiver.closeAllConnections();
console.log(JSON.stringify(seen));
