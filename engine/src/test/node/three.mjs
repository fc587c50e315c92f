// Loads a glTF file with three.js in Chromium and tells where its joints are.
//   node three.mjs MODULES PLAYER GLB FRAMES [PICTURE WIDTH HEIGHT]
// FRAMES is `all` or numbers joined by commas. Prints JSON: per frame the lens and every joint of every performer, by
// the names in the file. With PICTURE, renders the first of the frames into that PNG file.
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';

const [modules, player, glb, frames, picture, width = '960', height = '540'] = process.argv.slice(2);
const { chromium } = createRequire(join(modules, 'package.json'))('playwright-core');

const PAGE = `<!doctype html><meta charset="utf-8"><style>body{margin:0}</style>
<script type="importmap">{"imports":{"three":"/m/three/build/three.module.js",
"three/addons/":"/m/three/examples/jsm/"}}</script>
<script type="module">
import * as THREE from 'three';
import { develop, loadShot } from '/player.js';
window.go = async (frames, picture, width, height) => {
  const shot = await loadShot('/shot.glb');
  const file = o => o.userData.name ?? o.name; // three.js takes dots and blanks out of names, and keeps them here
  const people = shot.facts.performers.map(() => null);
  shot.scene.traverse(o => {
    if (o.isSkinnedMesh && o.userData.performer !== undefined) people[o.userData.performer] = o.skeleton.bones;
  });
  const out = [];
  const at = new THREE.Vector3();
  for (const n of frames === 'all' ? [...Array(shot.facts.frames).keys()] : frames) {
    shot.show(n);
    const c = shot.camera;
    out.push({
      frame: n,
      lens: [...c.matrixWorld.elements],
      projection: [...c.projectionMatrix.elements],
      joints: people.map(bones => Object.fromEntries(
        bones.map(b => [file(b), b.getWorldPosition(at).toArray().map(v => +v.toFixed(6))]))),
    });
  }
  if (picture) {
    const renderer = new THREE.WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
    renderer.setSize(width, height);
    develop(renderer, shot.facts);
    document.body.append(renderer.domElement);
    shot.camera.aspect = width / height;
    shot.show(out[0].frame);
    renderer.render(shot.scene, shot.camera);
  }
  const meshes = [];
  shot.scene.traverse(o => o.isMesh && meshes.push(o));
  return { frames: out, meshes: meshes.length,
      morphs: meshes.filter(m => m.morphTargetInfluences).map(m => [m.name, Object.keys(m.morphTargetDictionary)]) };
};
window.ready = true;
</script>`;

const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.glb': 'model/gltf-binary' };
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(request.url.split('?')[0]));
  try {
    const body = path === '/' ? PAGE
        : path === '/player.js' ? readFileSync(player)
        : path === '/shot.glb' ? readFileSync(glb)
        : path.startsWith('/m/') ? readFileSync(join(modules, 'node_modules', path.slice(3)))
        : null;
    if (body === null) throw new Error(path);
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' });
    response.end(body);
  } catch (e) {
    response.writeHead(404);
    response.end();
  }
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader'],
});
let status = 0;
try {
  const page = await browser.newPage({ viewport: { width: +width, height: +height } });
  const problems = [];
  page.on('pageerror', e => problems.push(String(e)));
  page.on('console', m => m.type() === 'error' && !m.text().includes('favicon') && problems.push(m.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction('window.ready', null, { timeout: 60000 });
  const wanted = frames === 'all' ? 'all' : frames.split(',').map(Number);
  const result = await page.evaluate(a => window.go(...a), [wanted, picture ?? '', +width, +height]);
  if (picture) writeFileSync(picture, await page.screenshot());
  const bad = problems.filter(p => !p.includes('404'));
  if (bad.length) throw new Error(bad.join('\n'));
  process.stdout.write(JSON.stringify(result));
} catch (e) {
  process.stderr.write(String(e.stack ?? e));
  status = 1;
} finally {
  await browser.close();
  server.close();
}
process.exitCode = status;
