import type { Generation, Price, Vocabulary } from '../api/answers.ts';
import { type RenderOptions, inCredits } from '../session/order.ts';

/** How a person wants a project rendered, as this browser remembers it. */
export interface Choice {
  readonly resolution: string;
  /** Empty for the shot's own shape. */
  readonly aspect: string;
  readonly formats: readonly string[];
  /** Of EXR files; none for those that come by themselves. */
  readonly layers: readonly string[];
  /** Of EXR files; empty for the service's own. */
  readonly colorSpace: string;
  readonly queue: 'fast' | 'relaxed';
  readonly burnIn: boolean;
}

/** What is chosen before anybody chose. */
export const FIRST: Choice = {
  resolution: '540p',
  aspect: '',
  formats: ['mp4'],
  layers: [],
  colorSpace: '',
  queue: 'fast',
  burnIn: false,
};

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** What was chosen for a project; whatever is no choice counts as not chosen. */
export function choiceOf(project: string, kept: Kept): Choice {
  try {
    const c = JSON.parse(kept.getItem(`beatboard.render.${project}`) ?? '{}') as Record<string, unknown>;
    const text = (v: unknown, or: string) => (typeof v === 'string' && v.length <= 40 ? v : or);
    const list = (v: unknown, or: readonly string[]) =>
      Array.isArray(v) && v.length <= 40 && v.every((n) => typeof n === 'string') ? (v as string[]) : or;
    return {
      resolution: text(c['resolution'], FIRST.resolution),
      aspect: text(c['aspect'], FIRST.aspect),
      formats: list(c['formats'], FIRST.formats),
      layers: list(c['layers'], FIRST.layers),
      colorSpace: text(c['colorSpace'], FIRST.colorSpace),
      queue: c['queue'] === 'relaxed' ? 'relaxed' : 'fast',
      burnIn: c['burnIn'] === true,
    };
  } catch {
    return FIRST;
  }
}

export function keepChoice(project: string, choice: Choice, kept: Kept): void {
  try {
    kept.setItem(`beatboard.render.${project}`, JSON.stringify(choice));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/**
 * A choice that the service takes: names that it does not know are left out, what goes together is together, and a
 * resolution that is not in the plan gives way to the best one that is.
 */
export function settled(choice: Choice, v: Vocabulary): Choice {
  const has = v.resolutions.filter((r) => r.in_plan);
  const resolution = has.some((r) => r.name === choice.resolution)
    ? choice.resolution
    : (has.find((r) => r.quality === 'draft')?.name ?? has[0]?.name ?? choice.resolution);
  const exr = choice.formats.includes('exr') && v.formats.includes('exr');
  const formats = choice.formats.filter((f) => v.formats.includes(f) && (f !== 'comp' || exr));
  return {
    ...choice,
    resolution,
    aspect: v.aspects.includes(choice.aspect) ? choice.aspect : '',
    formats: formats.length ? formats : ['mp4'],
    layers: choice.layers.filter((l) => v.layers.includes(l)),
    colorSpace: v.color_spaces.includes(choice.colorSpace) ? choice.colorSpace : '',
  };
}

/** The order's options; layers and color are said only with the files that have them. */
export function optionsOf(choice: Choice, price?: Price, parent?: string): RenderOptions {
  const exr = choice.formats.includes('exr');
  return {
    resolution: choice.resolution,
    ...(choice.aspect ? { aspect: choice.aspect } : {}),
    ...(choice.aspect && price ? { size: `${price.width}x${price.height}` } : {}),
    formats: choice.formats,
    ...(exr && choice.layers.length ? { layers: choice.layers } : {}),
    ...(exr && choice.colorSpace ? { colorSpaces: [choice.colorSpace] } : {}),
    ...(choice.queue === 'relaxed' ? { queue: 'relaxed' as const } : {}),
    ...(choice.burnIn ? { burnIn: true } : {}),
    ...(parent ? { parent } : {}),
  };
}

/** The latest finished take in the very size that is ordered, of which the order would be an edit. */
export function parentOf(takes: readonly Generation[], price: Pick<Price, 'width' | 'height'>): Generation | undefined {
  return takes.find(
    (t) =>
      t.state === 'completed' &&
      t.type.startsWith('video') &&
      t.render?.width === price.width &&
      t.render.height === price.height,
  );
}

/** What the button says: `Render 9:16, 96 credits`. */
export function buttonText(choice: Choice, quality: 'draft' | 'final', price: Price | undefined): string {
  const what = choice.aspect || quality;
  if (!price) return `Render ${what}`;
  return `Render ${what}, ${inCredits(price.credits)}`;
}

/** Why nothing can be kept, or from what it is kept. */
export function keptText(price: Price, parent: string | undefined, hasTakes: boolean): string {
  const kept = price.kept.toLocaleString('en');
  if (price.kept) return parent ? `${kept} frames kept from ${parent}` : `${kept} frames kept`;
  return hasTakes && !parent ? `${kept} frames kept, new size` : `${kept} frames kept`;
}
