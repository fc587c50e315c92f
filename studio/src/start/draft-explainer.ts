import type { Explanation } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { label } from '../editor/facts.ts';
import { LONGEST_PROMPT } from '../shot/document.ts';

const PAUSE = 150;

/** Has a text explained that is no shot yet, after each pause in typing; the last answer wins. Dispatches `change`. */
export class DraftExplainer extends EventTarget {
  explanation: Explanation | undefined;
  /** The text that the explanation is about. */
  of = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  /** The text has changed. */
  changed(text: string): void {
    clearTimeout(this.#timer);
    if (!text.trim()) {
      this.#asking?.abort();
      this.explanation = undefined;
      this.of = '';
      this.dispatchEvent(new Event('change'));
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(text), PAUSE);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  async #ask(text: string): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const prompt = text.slice(0, LONGEST_PROMPT);
    try {
      const shot = { duration: '5s', keyframes: [{ at: '0s', prompt }] };
      const answer = await api.post<Explanation>('/v1/shots/explain?stage=false', shot, { signal: asking.signal });
      if (asking.signal.aborted) return;
      this.explanation = answer;
      this.of = text;
      this.dispatchEvent(new Event('change'));
    } catch {
      // What cannot be explained now is explained in the editor; nothing is lost by that.
    }
  }
}

/** What a text leaves open that a picture needs, as a sentence with chips. */
export interface OpenPoint {
  readonly text: string;
  readonly chips: readonly { readonly label: string; readonly edit: string }[];
}

const ASKED = ['no-light', 'no-set', 'no-shot-size', 'no-action', 'no-subject'];

/** The most important thing that is left open: light, then place, size and action. */
export function openPoint(explanation: Explanation | undefined): OpenPoint | undefined {
  for (const code of ASKED) {
    const warning = explanation?.warnings.find((w) => w.code === code);
    if (!warning) continue;
    const slot = { 'no-light': 'light', 'no-set': 'set', 'no-shot-size': 'camera.size' }[code];
    const decided = explanation?.decisions.find((d) => d.slot === slot)?.value;
    const what = { 'no-light': 'No light is named.', 'no-set': 'No place is named.', 'no-shot-size': 'No shot size is named.' }[code];
    const used = { 'no-light': lightText(decided), 'no-set': `the ${decided}`, 'no-shot-size': `a ${decided} shot` }[code];
    const text = what && decided ? `${what} We would use ${used}.` : `${warning.message}.`;
    return { text, chips: warning.suggestions.slice(0, 3) };
  }
  return undefined;
}

function lightText(decided = ''): string {
  const name = label(decided);
  const words = name.charAt(0).toLowerCase() + name.slice(1);
  return /light|fluorescent|lamps|hour/.test(words) ? words : `${words} light`;
}
