import { Group, type Object3D, type SkinnedMesh } from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { clone } from 'three/examples/jsm/utils/SkeletonUtils.js';
import type { Client } from '../api/client.ts';
import { disposePart } from './company.ts';

/** Where a part of a preview is, and which it is: the same digest is the same content for good. */
export interface PartLink {
  readonly digest: string;
  readonly url: string;
}

/** How many parts are kept that nothing on the stage needs, for the next undo. */
const SPARE = 6;

interface Kept {
  readonly model: Promise<Object3D>;
  readonly abort: AbortController;
  used: number;
  /** Copies that have been handed out, by whom they are for. */
  readonly copies: Map<string, Object3D>;
}

/**
 * Models by their digests, loaded once. What is neither on the stage nor among the last few is freed.
 */
export class Parts {
  readonly #loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
  readonly #kept = new Map<string, Kept>();
  #clock = 0;

  constructor(private readonly client: Client) {}

  /**
   * A part for somebody; two with the same looks get a body each and share its surfaces.
   *
   * @param whose a name, or nothing for the set
   */
  async get(link: PartLink, whose = ''): Promise<Object3D> {
    let kept = this.#kept.get(link.digest);
    if (!kept) {
      const abort = new AbortController();
      const model = this.#load(link, abort.signal);
      kept = { model, abort, used: 0, copies: new Map() };
      this.#kept.set(link.digest, kept);
      model.catch(() => this.#kept.delete(link.digest));
    }
    kept.used = ++this.#clock;
    const model = await kept.model;
    const copy = kept.copies.get(whose) ?? (kept.copies.size === 0 ? model : another(model));
    kept.copies.set(whose, copy);
    return copy;
  }

  /** Keeps what is in use and the last few besides, and frees the rest. */
  keep(inUse: ReadonlySet<string>): void {
    const spare = [...this.#kept].filter(([digest]) => !inUse.has(digest)).sort((a, b) => b[1].used - a[1].used);
    for (const [digest, kept] of spare.slice(SPARE)) this.#drop(digest, kept);
  }

  dispose(): void {
    for (const [digest, kept] of this.#kept) this.#drop(digest, kept);
  }

  #drop(digest: string, kept: Kept): void {
    this.#kept.delete(digest);
    kept.abort.abort();
    void kept.model.then((model) => [model, ...kept.copies.values()].forEach(disposePart)).catch(() => undefined);
  }

  async #load(link: PartLink, signal: AbortSignal): Promise<Object3D> {
    const answer = await this.client.send('GET', link.url, undefined, { signal });
    const gltf = await this.#loader.parseAsync(await answer.arrayBuffer(), '');
    return gltf.scene;
  }
}

/** A copy with bones of its own, one skeleton for all its surfaces. */
function another(model: Object3D): Object3D {
  const copy = clone(model);
  let first: SkinnedMesh | undefined;
  copy.traverse((o) => {
    const s = o as SkinnedMesh;
    if (!s.isSkinnedMesh) return;
    first ??= s;
    s.bind(first.skeleton, s.bindMatrix);
  });
  const group = new Group();
  group.add(copy);
  return group;
}
