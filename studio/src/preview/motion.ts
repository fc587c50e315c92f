import type { FrameRate } from '../shot/timecode.ts';

/** Numbers over the frames of a shot: `width` of them on each, or once for all where nothing changes. */
export interface Track {
  readonly width: number;
  /** How many frames are told: all, or one that holds throughout. */
  readonly frames: number;
  readonly data: Float32Array;
}

/** The turns of a skeleton's joints, each a unit quaternion relative to the joint above. */
export interface Turns {
  /** Writes x, y, z, w of every joint at a frame. */
  into(frame: number, out: Float32Array): void;
}

/** What one performer does. */
export interface PersonMotion {
  readonly name: string;
  /** In the order of the bones of the person's skin. */
  readonly joints: readonly string[];
  /** Where joint 0 is. */
  readonly root: Track;
  readonly turns: Turns;
  readonly morphs: readonly string[];
  /** How far each morph target is gone to, 0 to 1. */
  readonly weights: Track;
}

/** Something that shines. Intensities are straight ahead, times the exposure; of a sun, irradiance. */
export interface Lamp {
  readonly name: string;
  readonly group: string;
  readonly source: 'rectangle' | 'bulb' | 'sun';
  /** Size of a rectangle, meters. */
  readonly width: number;
  readonly height: number;
  /** Where it shines to; without meaning for a bulb. */
  readonly direction: readonly [number, number, number];
  readonly color: readonly [number, number, number];
  readonly position: Track;
  readonly intensity: Track;
}

/** The lens and where it looks from. */
export interface CameraMotion {
  readonly position: Track;
  readonly rotation: Track;
  /** Vertical angle of view, radians. */
  readonly yfov: Track;
  /** Millimeters. */
  readonly focalLength: Track;
  readonly sensorWidth: Track;
  /** Meters. */
  readonly focusDistance: Track;
  readonly fNumber: Track;
}

/** Everything that moves or shines in a shot, over all its frames. */
export interface Motion {
  readonly title: string;
  readonly frames: number;
  readonly rate: FrameRate;
  readonly aspect: number;
  /** The first frame of every set-up. */
  readonly cuts: readonly number[];
  readonly keyframes: readonly number[];
  readonly camera: CameraMotion;
  /** Irradiance that stands for light that bounced. */
  readonly ambient: Track;
  /** Radiance of what is seen beyond everything. */
  readonly sky: Track;
  /** What the radiance of materials is multiplied by that name this glow. */
  readonly glows: readonly { readonly name: string; readonly level: Track }[];
  readonly lamps: readonly Lamp[];
  readonly people: readonly PersonMotion[];
}

/** A motion file that cannot be read. */
export class UnreadableMotion extends Error {}

/** One number of a track; beyond its ends, the nearest frame holds. */
export function one(track: Track, frame: number, axis = 0): number {
  return track.data[Math.min(Math.max(frame, 0), track.frames - 1) * track.width + axis] ?? 0;
}

/** The name by which three.js knows a joint: it takes dots and blanks out. */
export function boneName(joint: string): string {
  return joint.replace(/\s/g, '_').replace(/[[\].:/]/g, '');
}

const MAGIC = 0x4f4d4242; // "BBMO"
const VERSION = 1;
const MIDDLE = 1 << 19;
const STEPS = (MIDDLE - 1) * Math.SQRT2;
/** What a shot may hold at most: 20 s at 60 frames a second, and as many people as a cast. */
const MOST_FRAMES = 20_000;

/**
 * Turns in 64 bits each: the three smaller components with 20 bits, and which is left out. Decoded when a frame is shown,
 * which takes less time than to read four times as much memory.
 */
export class PackedTurns implements Turns {
  /**
   * @param tracks of each joint the number of its moving track, or -1 minus that of its still turn
   * @param moving two words a turn, `[2 * (frame * width + track)]`
   */
  constructor(
    private readonly tracks: Int32Array,
    private readonly moving: Uint32Array,
    private readonly width: number,
    private readonly frames: number,
    private readonly still: Uint32Array,
  ) {}

  into(frame: number, out: Float32Array): void {
    const first = Math.min(Math.max(frame, 0), this.frames - 1) * this.width;
    for (let j = 0; j < this.tracks.length; j++) {
      const t = this.tracks[j]!;
      if (t >= 0) unpack(this.moving, 2 * (first + t), out, 4 * j);
      else unpack(this.still, 2 * (-1 - t), out, 4 * j);
    }
  }
}

function unpack(words: Uint32Array, at: number, out: Float32Array, to: number): void {
  const low = words[at]!;
  const high = words[at + 1]!;
  const a = ((low & 0xfffff) - MIDDLE) / STEPS;
  const b = (((low >>> 20) | ((high & 0xff) << 12)) - MIDDLE) / STEPS;
  const c = (((high >>> 8) & 0xfffff) - MIDDLE) / STEPS;
  const d = Math.sqrt(Math.max(0, 1 - a * a - b * b - c * c));
  const left = (high >>> 28) & 3;
  out[to] = left === 0 ? d : a;
  out[to + 1] = left === 1 ? d : left === 0 ? a : b;
  out[to + 2] = left === 2 ? d : left === 3 ? c : b;
  out[to + 3] = left === 3 ? d : c;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a motion file (`docs/PREVIEW.md`): sixteen bytes, a JSON header, and the arrays that it points to.
 *
 * @throws UnreadableMotion if it is none, or another version, or cut short
 */
export function readMotion(bytes: ArrayBuffer): Motion {
  const view = new DataView(bytes);
  if (bytes.byteLength < 16 || view.getUint32(0, true) !== MAGIC) {
    throw new UnreadableMotion('The server sent something else than the motion of a shot.');
  }
  const version = view.getUint32(4, true);
  if (version !== VERSION) {
    throw new UnreadableMotion(`The motion has version ${version}; this page reads ${VERSION}. Load the page again.`);
  }
  const length = view.getUint32(8, true);
  if (16 + length > bytes.byteLength) throw new UnreadableMotion('The motion of the shot came in part only.');
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 16, length))) as Json;
  return new Reader(bytes, 16 + length, header).motion();
}

class Reader {
  private readonly frames: number;

  constructor(
    private readonly bytes: ArrayBuffer,
    private readonly start: number,
    private readonly header: Json,
  ) {
    this.frames = Number(header['frames']);
    if (!Number.isInteger(this.frames) || this.frames < 1 || this.frames > MOST_FRAMES) {
      throw new UnreadableMotion(`The motion tells of ${String(header['frames'])} frames.`);
    }
  }

  motion(): Motion {
    const h = this.header;
    const rate = h['rate'] as [number, number];
    const camera = h['camera'] as Json;
    const skeletons = h['skeletons'] as string[][];
    return {
      title: String(h['title'] ?? ''),
      frames: this.frames,
      rate: { numerator: rate[0], denominator: rate[1] },
      aspect: Number(h['aspect']),
      cuts: h['cuts'] as number[],
      keyframes: (h['keyframes'] as { frame: number }[]).map((k) => k.frame),
      camera: {
        position: this.track(camera['position'], 3),
        rotation: this.track(camera['rotation'], 4),
        yfov: this.track(camera['yfov'], 1),
        focalLength: this.track(camera['focalLength'], 1),
        sensorWidth: this.track(camera['sensorWidth'], 1),
        focusDistance: this.track(camera['focusDistance'], 1),
        fNumber: this.track(camera['fNumber'], 1),
      },
      ambient: this.track(h['ambient'], 3),
      sky: this.track(h['sky'], 3),
      glows: (h['glows'] as Json[]).map((g) => ({ name: String(g['name']), level: this.track(g['level'], 3) })),
      lamps: (h['lamps'] as Json[]).map((l) => this.lamp(l)),
      people: (h['people'] as Json[]).map((p) => this.person(p, skeletons)),
    };
  }

  private lamp(l: Json): Lamp {
    return {
      name: String(l['name']),
      group: String(l['group']),
      source: l['source'] as Lamp['source'],
      width: Number(l['width'] ?? 0),
      height: Number(l['height'] ?? 0),
      direction: (l['direction'] ?? [0, -1, 0]) as [number, number, number],
      color: l['color'] as [number, number, number],
      position: this.track(l['position'], 3),
      intensity: this.track(l['intensity'], 1),
    };
  }

  private person(p: Json, skeletons: string[][]): PersonMotion {
    const joints = skeletons[Number(p['skeleton'])];
    if (!joints) throw new UnreadableMotion(`${String(p['name'])} has no skeleton.`);
    const turns = p['turns'] as Json;
    const tracks = Int32Array.from(turns['tracks'] as number[]);
    const moving = this.words(turns['moving']);
    const still = this.words(turns['still']);
    if (tracks.length !== joints.length || tracks.some((t) => (t >= 0 ? t >= moving.width : -1 - t >= still.width))) {
      throw new UnreadableMotion(`The turns of ${String(p['name'])} do not fit the joints.`);
    }
    const morphs = p['morphs'] as string[];
    return {
      name: String(p['name']),
      joints,
      root: this.track(p['root'], 3),
      turns: new PackedTurns(tracks, moving.words, moving.width, moving.frames, still.words),
      morphs,
      weights: morphs.length === 0 ? { width: 0, frames: 1, data: new Float32Array(0) } : this.track(p['weights'], morphs.length),
    };
  }

  private track(about: unknown, width: number): Track {
    const a = this.array(about, width);
    const count = a.width * a.frames;
    if (a.type === 'float32') return { width, frames: a.frames, data: new Float32Array(this.bytes, this.room(a, 4 * count), count) };
    if (a.type !== 'unorm16') throw new UnreadableMotion(`The motion has numbers of a kind that this page does not know: ${a.type}.`);
    const steps = new Uint16Array(this.bytes, this.room(a, 2 * count), count);
    return { width, frames: a.frames, data: Float32Array.from(steps, (s) => s / 65535) };
  }

  private words(about: unknown): { words: Uint32Array; width: number; frames: number } {
    const a = this.array(about);
    const count = 2 * a.width * a.frames;
    return { words: new Uint32Array(this.bytes, this.room(a, 4 * count), count), width: a.width, frames: a.frames };
  }

  private array(about: unknown, width?: number): { type: string; offset: number; width: number; frames: number } {
    const a = about as Json | undefined;
    const found = { type: String(a?.['type']), offset: Number(a?.['offset']), width: Number(a?.['width']), frames: Number(a?.['frames']) };
    const right = Number.isInteger(found.width) && found.width >= 0 && (width === undefined || found.width === width);
    if (!right || (found.frames !== 1 && found.frames !== this.frames)) {
      throw new UnreadableMotion('An array of the motion does not have the size that it must have.');
    }
    return found;
  }

  private room(a: { offset: number }, bytes: number): number {
    const at = this.start + a.offset;
    if (!Number.isInteger(a.offset) || a.offset < 0 || at % 4 !== 0 || at + bytes > this.bytes.byteLength) {
      throw new UnreadableMotion('The motion of the shot came in part only.');
    }
    return at;
  }
}
