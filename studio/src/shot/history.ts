/** Undo and redo: snapshots of an immutable state, one step for edits that follow closely with the same key. */
export class History<State> {
  #past: State[] = [];
  #future: State[] = [];
  #key: string | undefined;
  #at = 0;

  /** @param most how many steps are kept */
  constructor(private readonly most = 200) {}

  /**
   * Notes the state before an edit.
   *
   * @param key edits with the same key within the pause make one step; undefined makes a step of its own
   * @param now in milliseconds
   */
  record(before: State, key?: string, now = Date.now(), pause = 800): void {
    const joined = key !== undefined && key === this.#key && now - this.#at < pause && this.#future.length === 0;
    if (!joined) {
      this.#past.push(before);
      if (this.#past.length > this.most) this.#past.shift();
    }
    this.#future = [];
    this.#key = key;
    this.#at = now;
  }

  undo(now: State): State | undefined {
    return this.#step(this.#past, this.#future, now);
  }

  redo(now: State): State | undefined {
    return this.#step(this.#future, this.#past, now);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  #step(from: State[], to: State[], now: State): State | undefined {
    const state = from.pop();
    if (state === undefined) return undefined;
    to.push(now);
    this.#key = undefined;
    return state;
  }
}
