import type { Client } from '../api/client.ts';
import type { ShotSession } from '../session/shot-session.ts';

/** Pictures from the server where a browser has no WebGL: one for each keyframe. */
export class Stills {
  #urls: string[] = [];

  constructor(
    private readonly session: ShotSession,
    private readonly client: Client,
  ) {}

  /** Has one drawn for each keyframe of the shot as it is, the one that is looked at first. */
  async take(signal: AbortSignal): Promise<void> {
    const shot = this.session.shot;
    const pictures = new Map<number, string>();
    shot.keyframes.forEach((_, i) => {
      const before = this.session.picture(i);
      if (before) pictures.set(i, before);
    });
    const here = this.session.current;
    const order = [...shot.keyframes.keys()].sort((a, b) => Number(b === here) - Number(a === here) || a - b);
    const fresh: string[] = [];
    for (const i of order) {
      const answer = await this.client.send('POST', `/v1/shots/still?frame=${this.session.frameOf(i)}`, shot, { signal });
      const url = URL.createObjectURL(await answer.blob());
      fresh.push(url);
      if (signal.aborted) break;
      pictures.set(i, url);
      this.session.setPictures(new Map(pictures));
    }
    if (signal.aborted) return this.#urls.push(...fresh) as unknown as void;
    for (const url of this.#urls) URL.revokeObjectURL(url);
    this.#urls = fresh;
  }

  close(): void {
    for (const url of this.#urls) URL.revokeObjectURL(url);
  }
}
