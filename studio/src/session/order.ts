import type { Generation } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import type { ShotDocument } from '../shot/document.ts';

/** How a shot is to be rendered. */
export interface RenderOptions {
  readonly resolution: string;
  /** Another shape than the shot's, such as `9:16`. */
  readonly aspect?: string;
  /** The picture in pixels, such as `607x1080`: what the price said for `aspect`, which orders do not take beside a shot. */
  readonly size?: string;
  readonly formats?: readonly string[];
  readonly layers?: readonly string[];
  readonly colorSpaces?: readonly string[];
  readonly queue?: 'fast' | 'relaxed';
  readonly burnIn?: boolean;
  /** A finished take; frames that look the same are kept and cost nothing. */
  readonly parent?: string;
}

/** The body of `POST /v1/shots/price`. */
export function priceBody(shot: ShotDocument, o: RenderOptions): Record<string, unknown> {
  return {
    shot,
    resolution: o.resolution,
    ...(o.aspect ? { aspect: o.aspect } : {}),
    ...extras(o),
  };
}

/** The body of `POST /v1/generations`. */
export function orderBody(project: string, shot: ShotDocument, o: RenderOptions): Record<string, unknown> {
  return {
    type: 'video',
    model: 'beatboard',
    direction: shot,
    project_id: project,
    ...(o.size ? { size: o.size } : { video: { resolution: o.resolution } }),
    ...extras(o),
  };
}

function extras(o: RenderOptions): Record<string, unknown> {
  return {
    ...(o.formats?.length ? { formats: o.formats } : {}),
    ...(o.layers?.length ? { layers: o.layers } : {}),
    ...(o.colorSpaces?.length ? { color_spaces: o.colorSpaces } : {}),
    ...(o.queue ? { queue: o.queue } : {}),
    ...(o.burnIn ? { burn_in: true } : {}),
    ...(o.parent ? { parent_id: o.parent } : {}),
  };
}

/** `1 credit`, `96 credits`. */
export function inCredits(n: number): string {
  return `${n.toLocaleString('en')} ${n === 1 ? 'credit' : 'credits'}`;
}

/**
 * Orders a rendering of a shot.
 *
 * @param key the same key never orders twice, however often the request is sent
 * @throws Problem with the service's reason, such as too few credits
 */
export function order(
  client: Client,
  project: string,
  shot: ShotDocument,
  options: RenderOptions,
  key: string = crypto.randomUUID(),
): Promise<Generation> {
  return client.post<Generation>('/v1/generations', orderBody(project, shot, options), {
    headers: { 'Idempotency-Key': key },
  });
}

/**
 * Orders that are never placed twice: while one is on its way a second click gets the same answer, and an answer that was
 * lost on the way is asked for again with the same key, also after the page was loaded anew.
 */
export class Orders {
  readonly #running = new Map<string, Promise<Generation>>();
  /** The keys of orders that may have been placed. */
  readonly #keys = new Map<string, string>();
  readonly #placed = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = sessionStorage,
  ) {}

  /**
   * @throws Problem with the service's reason, such as too few credits
   * @throws Offline if nobody knows whether it was placed; to place it again is safe
   */
  place(project: string, shot: ShotDocument, options: RenderOptions): Promise<Generation> {
    const intent = JSON.stringify(orderBody(project, shot, options));
    return this.once(intent, async (key) => {
      const g = await order(this.client, project, shot, options, key);
      this.#placed.set(intent, g.id);
      return g;
    });
  }

  /** The generation that came of the very same order earlier on this page. */
  placed(project: string, shot: ShotDocument, options: RenderOptions): string | undefined {
    return this.#placed.get(JSON.stringify(orderBody(project, shot, options)));
  }

  /**
   * Does what must not be done twice.
   *
   * @param intent what is meant; the same words mean the same act until it is answered
   * @param act does it under a key
   */
  once(intent: string, act: (key: string) => Promise<Generation>): Promise<Generation> {
    const running = this.#running.get(intent);
    if (running) return running;
    const key = this.#key(intent);
    const placed = act(key).then(
      (g) => {
        this.#answered(intent);
        return g;
      },
      (e: unknown) => {
        // A refusal took nothing; without one the order may have been placed, and is asked for again with the same key.
        if (e instanceof Offline || (e instanceof Problem && e.status >= 500)) this.#running.delete(intent);
        else this.#answered(intent);
        throw e;
      },
    );
    this.#running.set(intent, placed);
    return placed;
  }

  #key(intent: string): string {
    const kept = this.#kept();
    const known = this.#keys.get(intent) ?? (kept?.intent === intent ? kept.key : undefined);
    if (known) return known;
    const key = crypto.randomUUID();
    this.#keys.set(intent, key);
    try {
      this.kept.setItem('beatboard.order', JSON.stringify({ intent, key }));
    } catch {
      // Without storage the key lasts as long as the page.
    }
    return key;
  }

  #answered(intent: string): void {
    this.#running.delete(intent);
    this.#keys.delete(intent);
    if (this.#kept()?.intent === intent) this.kept.removeItem('beatboard.order');
  }

  #kept(): { readonly intent: string; readonly key: string } | undefined {
    try {
      const text = this.kept.getItem('beatboard.order');
      return text ? (JSON.parse(text) as { intent: string; key: string }) : undefined;
    } catch {
      return undefined;
    }
  }
}
