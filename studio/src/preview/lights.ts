import {
  type Camera,
  Color,
  DirectionalLight,
  HemisphereLight,
  type Light,
  type LightShadow,
  type Object3D,
  type PerspectiveCamera,
  PointLight,
  ShaderChunk,
  SpotLight,
  Vector3,
} from 'three';
import { type Lamp, type Motion, one } from './motion.ts';

/** The most lamps that shine at once; a fragment shader has room for no more on small machines. */
const MOST = 28;
/** Slots come by so many. */
const SPACING = 4;
const SHADOW = 1024;
/** How wide a key light's shadow is told, degrees: people, not the whole room. */
const SHADOW_ANGLE = 50;
const NOBODY = 0xffff;

/**
 * Rectangles shine by the cosine of the angle, and near them the light does not grow without end; three.js has neither,
 * so its two attenuations are told to: a lamp's `decay` is the area over pi where it is not 2.
 */
export function shineAsPanels(): void {
  ShaderChunk.lights_pars_begin = ShaderChunk.lights_pars_begin
    .replace('return smoothstep( coneCosine, penumbraCosine, angleCosine );', 'return max( angleCosine, 0.0 );')
    .replace(
      'float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );',
      'float distanceFalloff = 1.0 / max( lightDistance * lightDistance + decayExponent, 0.01 );',
    );
}

/**
 * Surfaces without the gloss of each lamp, and lamps in a loop, for machines that draw without a graphics card: a picture and
 * the building of its shaders are a third quicker there.
 *
 * @throws Error if three.js says it in other words than it did
 */
export function shineMatte(): void {
  const chunk = ShaderChunk.lights_physical_pars_fragment;
  const gloss = chunk.indexOf('vec3 specularBRDF = BRDF_GGX(');
  const matte = chunk.indexOf('#ifdef USE_DIFFUSE_ROUGHNESS', gloss);
  if (gloss < 0 || matte < 0) throw new Error('three.js lights surfaces in another way now');
  // What a smooth surface would mirror is not lost to the rest: it is lit as if it were rough.
  ShaderChunk.lights_physical_pars_fragment = `${chunk.slice(0, gloss)}const float F = 0.04;\n${chunk.slice(matte)}`;
  ShaderChunk.lights_fragment_begin = ShaderChunk.lights_fragment_begin
    .replaceAll(/#pragma unroll_loop_(start|end)/g, '')
    .replaceAll('UNROLLED_LOOP_INDEX', '0')
    .replaceAll(/(spotLight|pointLight) = \1s\[ i \];/g, '$&\n\t\tif ( $1.color == vec3( 0.0 ) ) continue;')
    .replaceAll('directLight.visible && receiveShadow', 'i == 0 && directLight.visible && receiveShadow')
    .replaceAll(/(Shadows|ShadowMap|Coord)\[ i \]/g, '$1[ 0 ]');
}

/**
 * The light of a shot. Lamps of three.js are slots that the shot's lamps take turns in, so that a cut to another key light
 * does not compile every surface anew.
 */
export class Lights {
  readonly #panels: SpotLight[] = [];
  readonly #bulbs: PointLight[] = [];
  readonly #suns: DirectionalLight[] = [];
  readonly #ambient = new HemisphereLight();
  #motion: Motion | undefined;
  #slots: { readonly kind: Lamp['source']; readonly lights: readonly Light[]; readonly of: Uint16Array }[] = [];
  readonly #aim = new Vector3();

  constructor(
    private readonly scene: Object3D,
    private readonly shadows: boolean,
  ) {
    scene.add(this.#ambient);
  }

  /** Shines as a motion says from now on. */
  follow(motion: Motion): void {
    this.#motion = motion;
    this.#slots = [
      { kind: 'rectangle', lights: this.#panels, of: assigned(motion, 'rectangle') },
      { kind: 'bulb', lights: this.#bulbs, of: assigned(motion, 'bulb') },
      { kind: 'sun', lights: this.#suns, of: assigned(motion, 'sun') },
    ];
    const width = (i: number) => (this.#slots[i]?.of.length ?? 0) / motion.frames;
    this.#fit(this.#panels, spaced(width(0)), (i) => this.#panel(i));
    this.#fit(this.#bulbs, spaced(width(1)), () => new PointLight());
    this.#fit(this.#suns, width(2), (i) => this.#sun(i));
  }

  /** @param subject where shadows are looked for */
  show(frame: number, subject: Vector3): void {
    const motion = this.#motion;
    if (!motion) return;
    const n = Math.min(Math.max(frame, 0), motion.frames - 1);
    for (const slot of this.#slots) {
      const width = slot.of.length / motion.frames;
      for (let s = 0; s < slot.lights.length; s++) {
        const light = slot.lights[s]!;
        const lamp = motion.lamps[s < width ? slot.of[n * width + s]! : NOBODY];
        if (lamp) this.#shine(light, lamp, n, subject);
        else light.intensity = 0;
      }
    }
    const a = motion.ambient;
    // Light that bounced comes from above a little more than from below, and less of it reaches corners.
    this.#ambient.color.setRGB(one(a, n, 0) * 1.05, one(a, n, 1) * 1.05, one(a, n, 2) * 1.05);
    this.#ambient.groundColor.setRGB(one(a, n, 0) * 0.75, one(a, n, 1) * 0.75, one(a, n, 2) * 0.75);
  }

  dispose(): void {
    for (const l of [...this.#panels, ...this.#bulbs, ...this.#suns, this.#ambient]) {
      l.removeFromParent();
      l.dispose();
    }
  }

  #shine(light: Light, lamp: Lamp, frame: number, subject: Vector3): void {
    light.color.setRGB(lamp.color[0], lamp.color[1], lamp.color[2]);
    light.intensity = one(lamp.intensity, frame);
    const p = lamp.position;
    if (lamp.source === 'sun') {
      const sun = light as DirectionalLight;
      sun.target.position.copy(subject);
      sun.position.copy(subject).addScaledVector(this.#aim.set(...lamp.direction), -12);
      sun.target.updateMatrixWorld();
    } else {
      light.position.set(one(p, frame, 0), one(p, frame, 1), one(p, frame, 2));
    }
    if (lamp.source === 'rectangle') {
      const panel = light as SpotLight;
      panel.decay = (lamp.width * lamp.height) / Math.PI;
      panel.target.position.copy(panel.position).add(this.#aim.set(...lamp.direction));
      panel.target.updateMatrixWorld();
    }
    if (lamp.source === 'bulb') (light as PointLight).decay = 0.01;
    light.updateMatrixWorld();
  }

  #panel(index: number): SpotLight {
    const light = new SpotLight(new Color(1, 1, 1), 0, 0, Math.PI / 2, 1, 0);
    if (this.shadows && index === 0) {
      light.castShadow = true;
      softened(light.shadow);
      // A panel shines over half a sphere, which no picture of shadows can hold; people are in a narrower cone.
      const camera = light.shadow.camera as PerspectiveCamera;
      camera.near = 0.1;
      camera.far = 30;
      light.shadow.focus = SHADOW_ANGLE / 180;
    }
    return light;
  }

  #sun(index: number): DirectionalLight {
    const light = new DirectionalLight(new Color(1, 1, 1), 0);
    if (this.shadows && index === 0) {
      light.castShadow = true;
      softened(light.shadow);
      const c = light.shadow.camera;
      c.left = c.bottom = -7;
      c.right = c.top = 7;
      c.near = 0.1;
      c.far = 40;
      c.updateProjectionMatrix();
    }
    return light;
  }

  /** Slots that are there stay: each other number of them compiles every surface anew. */
  #fit<L extends Light & { target?: Object3D }>(lights: L[], count: number, make: (index: number) => L): void {
    while (lights.length < count) {
      const l = make(lights.length);
      lights.push(l);
      this.scene.add(l);
      if (l.target) this.scene.add(l.target);
    }
  }
}

/** Slots for a number of lamps, in steps, so that one lamp more finds its slot. */
function spaced(lamps: number): number {
  return Math.min(MOST, Math.ceil(lamps / SPACING) * SPACING);
}

function softened(shadow: LightShadow<Camera>): void {
  shadow.mapSize.set(SHADOW, SHADOW);
  shadow.bias = -0.0008;
  shadow.normalBias = 0.015;
  shadow.radius = 4;
}

/** Which lamps shine on which frame, `[frame * slots + slot]`: keys first, so that the first slot's shadow is theirs. */
export function assigned(motion: Pick<Motion, 'frames' | 'lamps'>, source: Lamp['source']): Uint16Array {
  const mine = motion.lamps.map((lamp, i) => ({ lamp, i })).filter(({ lamp }) => lamp.source === source);
  mine.sort((a, b) => rank(a.lamp) - rank(b.lamp) || a.i - b.i);
  let slots = 0;
  for (let n = 0; n < motion.frames; n++) {
    let count = 0;
    for (const { lamp } of mine) if (one(lamp.intensity, n) > 0) count++;
    slots = Math.max(slots, count);
  }
  slots = Math.min(slots, MOST);
  const of = new Uint16Array(slots * motion.frames).fill(NOBODY);
  for (let n = 0; n < motion.frames; n++) {
    let s = 0;
    for (const { lamp, i } of mine) if (s < slots && one(lamp.intensity, n) > 0) of[n * slots + s++] = i;
  }
  return of;
}

const GROUPS = ['key', 'fill', 'rim', 'window', 'practical', 'overhead'];

function rank(lamp: Lamp): number {
  const at = GROUPS.indexOf(lamp.group);
  return at < 0 ? GROUPS.length : at;
}
