import type { Generation } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import type { ShotDocument } from '../shot/document.ts';

/** How a shot is to be rendered. */
export interface RenderOptions {
  readonly resolution: string;
  /** Another shape than the shot's, such as `9:16`. */
  readonly aspect?: string;
  readonly formats?: readonly string[];
  readonly layers?: readonly string[];
  readonly colorSpaces?: readonly string[];
  readonly queue?: 'fast' | 'relaxed';
  readonly burnIn?: boolean;
  /** A finished take; frames that look the same are kept and cost nothing. */
  readonly parent?: string;
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
  return client.post<Generation>(
    '/v1/generations',
    {
      type: 'video',
      model: 'beatboard',
      direction: shot,
      project_id: project,
      video: { resolution: options.resolution },
      ...(options.aspect ? { aspect_ratio: options.aspect } : {}),
      ...(options.formats ? { formats: options.formats } : {}),
      ...(options.layers ? { layers: options.layers } : {}),
      ...(options.colorSpaces ? { color_spaces: options.colorSpaces } : {}),
      ...(options.queue ? { queue: options.queue } : {}),
      ...(options.burnIn ? { burn_in: true } : {}),
      ...(options.parent ? { parent_id: options.parent } : {}),
    },
    { headers: { 'Idempotency-Key': key } },
  );
}
