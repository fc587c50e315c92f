import { type AnimationClip, type Interpolant, type Light, type Object3D, type PerspectiveCamera, type SkinnedMesh, Vector3 } from 'three';
import type { GLTF } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { type Lamp, type Motion, type PersonMotion, PlainTurns, type Track, constant } from './motion.ts';

interface Facts {
  readonly title: string;
  readonly frames: number;
  readonly rate: [number, number];
  readonly aspect: number;
  readonly cuts: number[];
  readonly keyframes: { readonly frame: number }[];
  readonly ambient: [number, number, number];
  readonly sky: [number, number, number];
  readonly performers: { readonly name: string; readonly node: number; readonly skin: number }[];
}

/** A whole shot as one file: its motion, who moves, and what stands still. */
export interface WholeShot {
  readonly motion: Motion;
  readonly people: ReadonlyMap<string, Object3D>;
  readonly set: Object3D;
}

/** Takes a whole shot (`preview.glb`, `docs/THREEJS.md`) apart into what is told by parts elsewhere. */
export function wholeShot(gltf: GLTF): WholeShot {
  const scene = gltf.scene;
  const facts = scene.userData['beatboard'] as Facts;
  const clip = gltf.animations[0];
  const frames = facts.frames;
  const seconds = facts.rate[1] / facts.rate[0];
  const tracks = new Map((clip as AnimationClip | undefined)?.tracks.map((t) => [t.name, t]) ?? []);
  const sampled = (name: string, width: number, still: ArrayLike<number>): Track => {
    const t = tracks.get(name);
    if (!t) return constant(...Array.from(still));
    const make = (t as unknown as { createInterpolant(r?: Float32Array): Interpolant }).createInterpolant.bind(t);
    const of = make(new Float32Array(width));
    const data = new Float32Array(width * frames);
    for (let n = 0; n < frames; n++) data.set(of.evaluate(n * seconds) as Float32Array, width * n);
    return { width, frames, data };
  };
  const perFrame = (v: unknown, otherwise: number): Track =>
    Array.isArray(v) ? { width: 1, frames, data: Float32Array.from(v as number[]) } : constant(typeof v === 'number' ? v : otherwise);

  const camera = gltf.cameras[0] as PerspectiveCamera;
  const about = camera.userData;
  const lamps: Lamp[] = [];
  const away: Object3D[] = [];
  const forward = new Vector3();
  scene.updateMatrixWorld(true);
  scene.traverse((o) => {
    if (!(o as Light).isLight) return;
    const light = o as Light;
    const node = light.parent === scene ? light : (light.parent as Object3D);
    away.push(node);
    const more = light.userData as { group?: string; source?: Lamp['source']; width?: number; height?: number; intensities?: [number, number][] };
    const levels = new Float32Array(frames).fill(light.intensity);
    for (const [from, level] of more.intensities ?? []) levels.fill(level, from);
    forward.set(0, 0, -1).transformDirection(node.matrixWorld);
    lamps.push({
      name: light.name,
      group: more.group ?? '',
      source: more.source ?? 'rectangle',
      width: more.width ?? 0,
      height: more.height ?? 0,
      direction: [forward.x, forward.y, forward.z],
      color: [light.color.r, light.color.g, light.color.b],
      position: sampled(`${node.name}.position`, 3, node.position.toArray()),
      intensity: { width: 1, frames, data: levels },
    });
  });
  const people = new Map<string, Object3D>();
  const motions: PersonMotion[] = [];
  facts.performers.forEach((p, performer) => {
    const surfaces: SkinnedMesh[] = [];
    scene.traverse((o) => {
      if ((o as SkinnedMesh).isSkinnedMesh && performerOf(o) === performer) surfaces.push(o as SkinnedMesh);
    });
    const body = surfaces[0];
    if (!body) return;
    const bones = body.skeleton.bones;
    const armature = bones[0]?.parent as Object3D;
    const group = new (scene.constructor as new () => Object3D)();
    group.add(armature, ...surfaces);
    people.set(p.name, group);
    const turns = new Float32Array(4 * bones.length * frames);
    bones.forEach((b, j) => {
      const t = sampled(`${b.name}.quaternion`, 4, b.quaternion.toArray());
      for (let n = 0; n < frames; n++) {
        const from = t.frames === 1 ? 0 : 4 * n;
        turns.set(t.data.subarray(from, from + 4), 4 * (n * bones.length + j));
      }
    });
    const names = [...new Set(surfaces.flatMap((s) => Object.keys(s.morphTargetDictionary ?? {})))];
    const weights = new Float32Array(names.length * frames);
    for (const s of surfaces) {
      const own = Object.entries(s.morphTargetDictionary ?? {});
      if (own.length === 0) continue;
      const t = sampled(`${s.name}.morphTargetInfluences`, own.length, s.morphTargetInfluences ?? []);
      for (const [name, i] of own) {
        const column = names.indexOf(name);
        for (let n = 0; n < frames; n++) weights[n * names.length + column] = t.data[(t.frames === 1 ? 0 : n) * t.width + i] ?? 0;
      }
    }
    motions.push({
      name: p.name,
      joints: bones.map((b) => b.name),
      root: sampled(`${bones[0]?.name ?? ''}.position`, 3, bones[0]?.position.toArray() ?? [0, 0, 0]),
      turns: new PlainTurns(bones.length, turns),
      morphs: names,
      weights: { width: names.length, frames, data: weights },
    });
  });
  const view = camera.parent && camera.parent !== scene ? camera.parent : camera;
  const motion: Motion = {
    title: facts.title,
    frames,
    rate: { numerator: facts.rate[0], denominator: facts.rate[1] },
    aspect: facts.aspect,
    cuts: facts.cuts,
    keyframes: facts.keyframes.map((k) => k.frame),
    camera: {
      position: sampled(`${view.name}.position`, 3, view.position.toArray()),
      rotation: sampled(`${view.name}.quaternion`, 4, view.quaternion.toArray()),
      yfov: perFrame(about['yfov'], 0.4),
      focalLength: perFrame(about['focalLengthMillimeters'], 50),
      sensorWidth: perFrame(about['sensorWidthMillimeters'], 36),
      focusDistance: perFrame(about['focusDistanceMeters'], 3),
      fNumber: perFrame(about['fNumber'], 8),
    },
    ambient: constant(...facts.ambient),
    sky: constant(...facts.sky),
    glows: [],
    lamps,
    people: motions,
  };
  for (const o of [...away, view]) o.removeFromParent();
  return { motion, people, set: scene };
}

function performerOf(o: Object3D): number | undefined {
  const own = o.userData['performer'] as number | undefined;
  return own ?? (o.parent?.userData['performer'] as number | undefined);
}
