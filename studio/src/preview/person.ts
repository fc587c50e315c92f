import { type Bone, Matrix4, type Object3D, type Skeleton, type SkinnedMesh, type Vector3 } from 'three';
import { type PersonMotion, boneName, one } from './motion.ts';

/**
 * Somebody on the stage: the surfaces of a part, all on one skeleton, and the motion that they follow.
 *
 * Bones are placed by hand, in the order in which they hang on each other, without what three.js does for nodes that
 * anybody may move. Nothing is allocated while a shot plays.
 */
export class Person {
  readonly name: string;
  /** Turned on the spot by so many radians, besides what the motion says. */
  spin = 0;
  readonly #spun = new Matrix4();
  readonly #surfaces: SkinnedMesh[] = [];
  readonly #skeleton: Skeleton;
  readonly #parents: Int32Array;
  readonly #turns: Float32Array;
  readonly #rest: Float32Array;
  #motion: PersonMotion | undefined;
  /** Of each joint of the motion, the bone. */
  #bones: (Bone | undefined)[] = [];
  #order: Int32Array = new Int32Array(0);
  /** Of each surface, pairs of influence and column of the weights. */
  #morphs: Int32Array[] = [];

  /** @param model the part, with at least one skinned surface */
  constructor(
    name: string,
    readonly model: Object3D,
  ) {
    this.name = name;
    model.traverse((o) => {
      if ((o as SkinnedMesh).isSkinnedMesh) this.#surfaces.push(o as SkinnedMesh);
    });
    const first = this.#surfaces[0];
    if (!first) throw new Error(`${name} came without a body.`);
    this.#skeleton = first.skeleton;
    const bones = this.#skeleton.bones;
    this.#parents = Int32Array.from(bones, (b) => bones.indexOf(b.parent as Bone));
    this.#turns = new Float32Array(4 * bones.length);
    this.#rest = new Float32Array(3 * bones.length);
    bones.forEach((b, i) => {
      b.position.toArray(this.#rest, 3 * i);
      b.matrixAutoUpdate = false;
      b.matrixWorldAutoUpdate = false;
    });
    for (const s of this.#surfaces) {
      if (s.skeleton !== this.#skeleton) s.bind(this.#skeleton, s.bindMatrix);
      // Bones carry a surface out of the sphere that it is culled by.
      s.frustumCulled = false;
      s.castShadow = true;
      s.receiveShadow = true;
      s.matrixAutoUpdate = false;
    }
    model.updateMatrixWorld(true);
  }

  get skeleton(): Skeleton {
    return this.#skeleton;
  }

  /** Where the hips are, in the world. */
  root(frame: number, out: Vector3): Vector3 {
    const root = this.#motion?.root;
    return root ? out.set(one(root, frame, 0), one(root, frame, 1), one(root, frame, 2)) : out.set(0, 1, 0);
  }

  /** Follows a motion from now on. */
  follow(motion: PersonMotion): void {
    this.#motion = motion;
    const bones = this.#skeleton.bones;
    const byName = new Map(bones.map((b) => [b.name, b]));
    const same = bones.length === motion.joints.length;
    this.#bones = motion.joints.map((j, i) => byName.get(boneName(j)) ?? (same ? bones[i] : undefined));
    this.#order = Int32Array.from(this.#bones, (b) => (b ? bones.indexOf(b) : -1));
    this.#morphs = this.#surfaces.map((s) => {
      s.morphTargetInfluences?.fill(0);
      const pairs: number[] = [];
      motion.morphs.forEach((m, column) => {
        const influence = s.morphTargetDictionary?.[m];
        if (influence !== undefined) pairs.push(influence, column);
      });
      return Int32Array.from(pairs);
    });
    if (this.#turns.length < 4 * motion.joints.length) throw new Error(`${this.name} moves more joints than the body has.`);
  }

  /** Takes the pose of a frame. */
  show(frame: number): void {
    const motion = this.#motion;
    if (!motion) return;
    motion.turns.into(frame, this.#turns);
    const bones = this.#skeleton.bones;
    for (let j = 0; j < this.#order.length; j++) {
      const i = this.#order[j]!;
      if (i < 0) continue;
      const bone = bones[i]!;
      const root = this.#parents[i]! < 0;
      const t = 4 * j;
      turned(
        bone.matrix.elements,
        this.#turns[t]!,
        this.#turns[t + 1]!,
        this.#turns[t + 2]!,
        this.#turns[t + 3]!,
        root ? one(motion.root, frame, 0) : this.#rest[3 * i]!,
        root ? one(motion.root, frame, 1) : this.#rest[3 * i + 1]!,
        root ? one(motion.root, frame, 2) : this.#rest[3 * i + 2]!,
      );
      if (root) {
        bone.matrixWorld.copy(bone.matrix);
        if (this.spin !== 0) this.#turned(bone.matrixWorld);
      } else {
        bone.matrixWorld.multiplyMatrices(bones[this.#parents[i]!]!.matrixWorld, bone.matrix);
      }
    }
    for (let s = 0; s < this.#morphs.length; s++) {
      const pairs = this.#morphs[s]!;
      const influences = this.#surfaces[s]!.morphTargetInfluences;
      if (!influences) continue;
      for (let i = 0; i < pairs.length; i += 2) influences[pairs[i]!] = one(motion.weights, frame, pairs[i + 1]!);
    }
  }

  #turned(m: Matrix4): void {
    const [x = 0, y = 0, z = 0] = [m.elements[12], m.elements[13], m.elements[14]];
    m.setPosition(0, 0, 0).premultiply(this.#spun.makeRotationY(this.spin)).setPosition(x, y, z);
  }

  /** Where every joint of the motion is at the frame that is shown, for those who check it. */
  joints(): readonly { readonly name: string; readonly at: readonly [number, number, number] }[] {
    const names = this.#motion?.joints ?? [];
    return this.#bones.flatMap((b, j) => {
      if (!b) return [];
      const e = b.matrixWorld.elements;
      return [{ name: names[j] ?? b.name, at: [e[12], e[13], e[14]] as const }];
    });
  }
}

/** The matrix of a turn and a place. */
function turned(m: Matrix4['elements'], x: number, y: number, z: number, w: number, px: number, py: number, pz: number): void {
  const x2 = x + x;
  const y2 = y + y;
  const z2 = z + z;
  const xx = x * x2;
  const xy = x * y2;
  const xz = x * z2;
  const yy = y * y2;
  const yz = y * z2;
  const zz = z * z2;
  const wx = w * x2;
  const wy = w * y2;
  const wz = w * z2;
  m[0] = 1 - (yy + zz);
  m[1] = xy + wz;
  m[2] = xz - wy;
  m[3] = 0;
  m[4] = xy - wz;
  m[5] = 1 - (xx + zz);
  m[6] = yz + wx;
  m[7] = 0;
  m[8] = xz + wy;
  m[9] = yz - wx;
  m[10] = 1 - (xx + yy);
  m[11] = 0;
  m[12] = px;
  m[13] = py;
  m[14] = pz;
  m[15] = 1;
}
