import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Re-renders a part whenever something that it shows dispatches one of some events.
 *
 * ```ts
 * #watch = new Watch(this, () => this.session, ['shot', 'explanation']);
 * ```
 */
export class Watch implements ReactiveController {
  #source: EventTarget | undefined;
  readonly #told = () => this.host.requestUpdate();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: () => EventTarget | undefined,
    private readonly events: readonly string[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#attach();
  }

  hostUpdate(): void {
    this.#attach();
  }

  hostDisconnected(): void {
    this.#detach();
  }

  #attach(): void {
    const now = this.source();
    if (now === this.#source) return;
    this.#detach();
    this.#source = now;
    for (const e of this.events) now?.addEventListener(e, this.#told);
  }

  #detach(): void {
    for (const e of this.events) this.#source?.removeEventListener(e, this.#told);
    this.#source = undefined;
  }
}
