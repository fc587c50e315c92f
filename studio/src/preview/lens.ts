import {
  DepthTexture,
  GLSL3,
  HalfFloatType,
  LinearFilter,
  Mesh,
  NearestFilter,
  OrthographicCamera,
  PCFShadowMap,
  PlaneGeometry,
  RawShaderMaterial,
  Scene,
  UnsignedIntType,
  Vector2,
  WebGLRenderTarget,
  WebGLRenderer,
} from 'three';
import type { Company } from './company.ts';
import { shineAsPanels, shineMatte } from './lights.ts';
import { one } from './motion.ts';

/** No WebGL here, or none any more. */
export class NoLens extends Error {}

/** How much a machine can draw. */
export type Quality = 'full' | 'plain';

let panels = false;
let matte = false;

/**
 * Looks at a company through the lens of its shot: scene-linear light is drawn into an image of floating numbers, blurred
 * where it is out of focus, and developed as the engine's pictures are.
 */
export class Lens {
  readonly canvas: HTMLCanvasElement;
  readonly quality: Quality;
  readonly #renderer: WebGLRenderer;
  readonly #main: Negative;
  #small: { readonly negative: Negative; readonly print: WebGLRenderTarget } | undefined;
  readonly #develop: RawShaderMaterial;
  readonly #paper = new Scene();
  readonly #flat = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  #width = 1;
  #height = 1;

  /** @throws NoLens if the browser has no WebGL 2 */
  constructor(canvas = document.createElement('canvas')) {
    if (!panels) {
      shineAsPanels();
      panels = true;
    }
    this.canvas = canvas;
    const context = canvas.getContext('webgl2', { antialias: false, alpha: false, depth: false, powerPreference: 'high-performance' });
    if (!context) throw new NoLens('This browser has no WebGL.');
    this.#renderer = new WebGLRenderer({ canvas, context });
    this.#renderer.shadowMap.enabled = true;
    this.#renderer.shadowMap.type = PCFShadowMap;
    this.#renderer.autoClear = true;
    // To ask whether a program was linked waits for all that was drawn before.
    this.#renderer.debug.checkShaderErrors = false;
    this.quality = drawnBySoftware(context) ? 'plain' : 'full';
    if (this.quality === 'plain' && !matte) {
      shineMatte();
      matte = true;
    }
    this.#main = new Negative(this.quality === 'full' ? 4 : 0);
    this.#develop = developer(this.quality === 'full' ? 32 : 20);
    this.#paper.add(new Mesh(new PlaneGeometry(2, 2), this.#develop));
  }

  /** Whether the browser has taken the context away, for now or for good. */
  get lost(): boolean {
    return this.#renderer.getContext().isContextLost();
  }

  /** Sets the size in pixels of the page; the picture is at most twice as fine. */
  resize(width: number, height: number): void {
    const ratio = this.quality === 'full' ? Math.min(devicePixelRatio, 2) : Math.min(devicePixelRatio, 1, 600 / Math.max(width, 1));
    const w = Math.max(2, Math.round(width * ratio));
    const h = Math.max(2, Math.round(height * ratio));
    if (w === this.#width && h === this.#height) return;
    this.#width = w;
    this.#height = h;
    this.#renderer.setPixelRatio(1);
    this.#renderer.setSize(w, h, false);
  }

  /** Compiles what the company looks like ahead of the first picture, without blocking the page where the browser can. */
  async prepare(company: Company): Promise<void> {
    await this.#renderer.compileAsync(company.scene, company.camera);
  }

  /**
   * Draws the frame that the company shows.
   *
   * @param sharp whether all is in focus, as for a look at one person
   */
  draw(company: Company, sharp = false): void {
    this.#expose(company, this.#main, this.#width, this.#height);
    this.#print(company, this.#main, this.#width, this.#height, null, sharp);
  }

  /** Waits until all that was drawn so far is really drawn, which without a graphics card is long after the call. */
  async finished(): Promise<void> {
    const gl = this.#renderer.getContext() as WebGL2RenderingContext;
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    gl.flush();
    while (!gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
    gl.deleteSync(fence);
  }

  /** Draws the frame that the company shows as a picture of its own. */
  async picture(company: Company, width: number, sharp = false, type = 'image/jpeg'): Promise<Blob> {
    const height = Math.max(2, Math.round(width / company.camera.aspect));
    this.#small ??= { negative: new Negative(0), print: new WebGLRenderTarget(width, height, { depthBuffer: false }) };
    const { negative, print } = this.#small;
    print.setSize(width, height);
    this.#expose(company, negative, width, height);
    this.#print(company, negative, width, height, print, sharp);
    const pixels = new Uint8ClampedArray(4 * width * height);
    await this.#renderer.readRenderTargetPixelsAsync(print, 0, 0, width, height, pixels as unknown as Uint8Array);
    return encoded(pixels, width, height, type);
  }

  dispose(): void {
    this.#main.dispose();
    this.#small?.negative.dispose();
    this.#small?.print.dispose();
    this.#develop.dispose();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }

  #expose(company: Company, onto: Negative, width: number, height: number): void {
    onto.resize(width, height);
    this.#renderer.setRenderTarget(onto.target);
    this.#renderer.setClearColor(company.sky, 1);
    this.#renderer.clear();
    this.#renderer.render(company.scene, company.camera);
  }

  #print(company: Company, from: Negative, width: number, height: number, onto: WebGLRenderTarget | null, sharp: boolean): void {
    const u = this.#develop.uniforms;
    const motion = company.motion;
    const n = company.frame;
    u['light']!.value = from.target.texture;
    u['depth']!.value = from.target.depthTexture;
    (u['size']!.value as Vector2).set(width, height);
    u['near']!.value = company.camera.near;
    u['far']!.value = company.camera.far;
    if (motion) {
      const c = motion.camera;
      const f = one(c.focalLength, n) / 1000;
      const s = one(c.focusDistance, n);
      const aperture = f / Math.max(one(c.fNumber, n), 0.1);
      // Diameter of the circle of confusion over the width of the picture, at an endless distance.
      const blur = !sharp && s > f && Number.isFinite(s) ? (aperture * f) / (s - f) / (one(c.sensorWidth, n) / 1000) : 0;
      u['blur']!.value = blur * width;
      u['focus']!.value = Number.isFinite(s) ? s : 1000;
    }
    this.#renderer.setRenderTarget(onto);
    this.#renderer.render(this.#paper, this.#flat);
    this.#renderer.setRenderTarget(null);
  }
}

/** What light falls onto: an image of floating numbers with its depth. */
class Negative {
  readonly target: WebGLRenderTarget;

  constructor(samples: number) {
    this.target = new WebGLRenderTarget(2, 2, { type: HalfFloatType, samples, minFilter: LinearFilter, magFilter: LinearFilter });
    this.target.depthTexture = new DepthTexture(2, 2, UnsignedIntType);
    this.target.depthTexture.minFilter = NearestFilter;
    this.target.depthTexture.magFilter = NearestFilter;
  }

  resize(width: number, height: number): void {
    if (this.target.width !== width || this.target.height !== height) this.target.setSize(width, height);
  }

  dispose(): void {
    this.target.depthTexture?.dispose();
    this.target.dispose();
  }
}

function drawnBySoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}

async function encoded(pixels: Uint8ClampedArray, width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext('2d');
  if (!paper) throw new NoLens('This browser does not draw pictures.');
  const image = paper.createImageData(width, height);
  // WebGL counts rows from the bottom.
  for (let y = 0; y < height; y++) image.data.set(pixels.subarray(4 * width * (height - 1 - y), 4 * width * (height - y)), 4 * width * y);
  paper.putImageData(image, 0, 0);
  return canvas.convertToBlob({ type, quality: 0.86 });
}

/** From scene-linear light to what a screen shows, as `render` develops it, after the blur of the lens. */
function developer(taps: number): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    depthTest: false,
    depthWrite: false,
    uniforms: {
      light: { value: null },
      depth: { value: null },
      size: { value: new Vector2(1, 1) },
      near: { value: 0.05 },
      far: { value: 1000 },
      blur: { value: 0 },
      focus: { value: 4 },
    },
    vertexShader: `
      in vec3 position;
      out vec2 at;
      void main() {
        at = 0.5 * position.xy + 0.5;
        gl_Position = vec4(position.xy, 0.0, 1.0);
      }`,
    fragmentShader: `
      precision highp float;
      uniform sampler2D light;
      uniform sampler2D depth;
      uniform vec2 size;
      uniform float near, far, blur, focus;
      in vec2 at;
      out vec4 color;

      float meters(vec2 p) {
        return near * far / (far - texture(depth, p).x * (far - near));
      }

      float radius(float z) {
        return clamp(0.5 * blur * abs(z - focus) / z, 0.0, 0.022 * size.x);
      }

      vec3 developed(vec3 c) {
        c = mat3(0.842479, 0.0423282, 0.0423757, 0.0784336, 0.8784686, 0.0784336, 0.0792237, 0.0791661, 0.879143) * c;
        vec3 x = clamp((log2(max(c, 6.1e-5)) + 13.1964) / 16.5, 0.0, 1.0);
        vec3 x2 = x * x;
        vec3 x4 = x2 * x2;
        vec3 v = 15.5 * x4 * x2 - 40.14 * x4 * x + 31.96 * x4 - 6.868 * x2 * x + 0.4298 * x2 + 0.1191 * x - 0.00232;
        v = pow(max(v, 0.0), vec3(1.4));
        v = mix(vec3(dot(v, vec3(0.2126, 0.7152, 0.0722))), v, 1.2);
        v = mat3(1.196879, -0.0528969, -0.0529716, -0.0980209, 1.1519031, -0.0980434, -0.0990297, -0.0989612, 1.1510737) * v;
        return clamp(v, 0.0, 1.0);
      }

      void main() {
        float z = meters(at);
        float own = radius(z);
        vec3 sum = texture(light, at).rgb;
        float weight = 1.0;
        float turn = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) * 6.2831853;
        float reach = 0.022 * size.x * min(1.0, blur / (0.01 * size.x));
        if (blur > 0.6) {
          for (int i = 0; i < ${taps}; i++) {
            float r = sqrt((float(i) + 0.5) / float(${taps}));
            float a = float(i) * 2.3999632 + turn;
            // What is sharp gathers only what blurs over it from before.
            float span = max(own, 0.35 * reach);
            vec2 p = at + r * span * vec2(cos(a), sin(a)) / size;
            float there = meters(p);
            float spread = radius(there);
            // Things behind do not run into what stands sharp before them.
            if (there > z) spread = min(spread, own);
            float w = smoothstep(r * span - 1.0, r * span + 1.0, spread);
            sum += w * min(texture(light, p).rgb, vec3(5.0));
            weight += w;
          }
        }
        color = vec4(developed(sum / weight), 1.0);
      }`,
  });
}
