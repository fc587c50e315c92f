import {
  type BufferGeometry,
  Color,
  type Material,
  type Mesh,
  type MeshStandardMaterial,
  type Object3D,
  PerspectiveCamera,
  Scene,
  type Texture,
  Vector3,
} from 'three';
import { Lights } from './lights.ts';
import { type Motion, one } from './motion.ts';
import { Person } from './person.ts';

interface Glowing {
  readonly material: MeshStandardMaterial;
  readonly base: Color;
  readonly glow: string;
}

/** The set and everybody on it, in one scene, with the camera that looks at them. */
export class Company {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(40, 16 / 9, 0.05, 1000);
  readonly sky = new Color();
  readonly #lights: Lights;
  readonly #people = new Map<string, { readonly key: string; readonly person: Person }>();
  #set: { readonly key: string; readonly model: Object3D } | undefined;
  #motion: Motion | undefined;
  #glowing: Glowing[] = [];
  readonly #subject = new Vector3();
  #frame = 0;

  constructor(shadows = true) {
    this.#lights = new Lights(this.scene, shadows);
    this.camera.matrixAutoUpdate = false;
    this.scene.add(this.camera);
    // Whatever moves here is placed by hand; a walk over thousands of nodes a frame would find nothing to do.
    this.scene.matrixWorldAutoUpdate = false;
  }

  get motion(): Motion | undefined {
    return this.#motion;
  }

  get frame(): number {
    return this.#frame;
  }

  get people(): readonly Person[] {
    return [...this.#people.values()].map((p) => p.person);
  }

  /** Whether a performer of this name is on with this look. */
  has(name: string, key: string): boolean {
    return this.#people.get(name)?.key === key;
  }

  hasSet(key: string): boolean {
    return this.#set?.key === key;
  }

  /** Dresses the stage; the set before is left to whoever keeps the parts. */
  dress(key: string, model: Object3D): void {
    if (this.#set?.key === key) return;
    this.#set?.model.removeFromParent();
    this.#set = { key, model };
    model.traverse((o) => {
      if (!(o as Mesh).isMesh) return;
      o.castShadow = true;
      o.receiveShadow = true;
      dulled(o as Mesh, 0.65);
      // Sets stand still: nothing of them is computed again.
      o.matrixAutoUpdate = false;
    });
    this.scene.add(model);
    model.updateMatrixWorld(true);
  }

  /** Has somebody enter, or change looks. */
  enter(name: string, key: string, model: Object3D): void {
    if (this.has(name, key)) return;
    this.leave(name);
    const person = new Person(name, model);
    model.traverse((o) => {
      if ((o as Mesh).isMesh) dulled(o as Mesh, 0.55);
    });
    this.#people.set(name, { key, person });
    this.scene.add(model);
  }

  leave(name: string): void {
    this.#people.get(name)?.person.model.removeFromParent();
    this.#people.delete(name);
  }

  /** Plays another motion from now on; who has no part in it leaves. */
  follow(motion: Motion): void {
    this.#motion = motion;
    const on = new Set(motion.people.map((p) => p.name));
    for (const name of [...this.#people.keys()]) if (!on.has(name)) this.leave(name);
    for (const p of motion.people) this.#people.get(p.name)?.person.follow(p);
    this.#lights.follow(motion);
    this.#glowing = glowing(this.scene);
    this.scene.updateMatrixWorld(true);
    this.camera.aspect = motion.aspect;
  }

  /** Takes everybody, the lens and the light to a frame. Allocates nothing. */
  show(frame: number): void {
    const motion = this.#motion;
    if (!motion) return;
    const n = Math.min(Math.max(Math.round(frame), 0), motion.frames - 1);
    this.#frame = n;
    for (const { person } of this.#people.values()) person.show(n);
    this.#look(motion, n);
    this.#subjectOf(n);
    this.#lights.show(n, this.#subject);
    for (const g of this.#glowing) {
      for (const level of motion.glows) {
        if (level.name === g.glow) {
          g.material.emissive.setRGB(
            g.base.r * one(level.level, n, 0),
            g.base.g * one(level.level, n, 1),
            g.base.b * one(level.level, n, 2),
          );
        }
      }
    }
    this.sky.setRGB(one(motion.sky, n, 0), one(motion.sky, n, 1), one(motion.sky, n, 2));
  }

  dispose(): void {
    this.#lights.dispose();
    this.scene.clear();
    this.#people.clear();
    this.#set = undefined;
  }

  #look(motion: Motion, n: number): void {
    const c = motion.camera;
    this.camera.position.set(one(c.position, n, 0), one(c.position, n, 1), one(c.position, n, 2));
    this.camera.quaternion.set(one(c.rotation, n, 0), one(c.rotation, n, 1), one(c.rotation, n, 2), one(c.rotation, n, 3));
    this.camera.fov = (one(c.yfov, n) * 180) / Math.PI;
    this.camera.updateMatrix();
    this.camera.updateMatrixWorld(true);
    this.camera.updateProjectionMatrix();
  }

  /** Shadows are looked for around what is in focus. */
  #subjectOf(n: number): void {
    const motion = this.#motion!;
    const focus = one(motion.camera.focusDistance, n);
    this.#subject.set(0, 0, -Math.min(Math.max(Number.isFinite(focus) ? focus : 4, 0.5), 12));
    this.#subject.applyMatrix4(this.camera.matrixWorld);
  }
}

/** Lamps are points here, and panels in the final picture: what shines more than this would show a dot where a panel is. */
function dulled(mesh: Mesh, roughness: number): void {
  for (const m of Array.isArray(mesh.material) ? mesh.material : [mesh.material]) {
    const material = m as MeshStandardMaterial;
    if (material.isMeshStandardMaterial) material.roughness = Math.max(material.roughness, roughness);
  }
}

/** Frees what a part holds in the graphics memory. */
export function disposePart(model: Object3D): void {
  const materials = new Set<Material>();
  const geometries = new Set<BufferGeometry>();
  model.traverse((o) => {
    const mesh = o as Mesh;
    if (!mesh.isMesh) return;
    geometries.add(mesh.geometry);
    for (const m of Array.isArray(mesh.material) ? mesh.material : [mesh.material]) materials.add(m);
    (mesh as { skeleton?: { dispose(): void } }).skeleton?.dispose();
  });
  for (const g of geometries) g.dispose();
  for (const m of materials) {
    for (const v of Object.values(m)) if ((v as Texture | null)?.isTexture) (v as Texture).dispose();
    m.dispose();
  }
}

function glowing(scene: Scene): Glowing[] {
  const found = new Map<Material, Glowing>();
  scene.traverse((o) => {
    const mesh = o as Mesh;
    if (!mesh.isMesh) return;
    for (const m of Array.isArray(mesh.material) ? mesh.material : [mesh.material]) {
      const glow = m.userData['glow'] as string | undefined;
      if (glow === undefined || found.has(m)) continue;
      const material = m as MeshStandardMaterial;
      const base = (m.userData['base'] as Color | undefined) ?? material.emissive.clone();
      m.userData['base'] = base;
      found.set(m, { material, base, glow });
    }
  });
  return [...found.values()];
}
