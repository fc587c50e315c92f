import { LONGEST_PROMPT } from '../shot/document.ts';

/** Text that was kept out of a field because it is too long. */
export interface Refused {
  readonly text: string;
  readonly message: string;
  readonly pasted: boolean;
}

/** What a text area would hold after something is put in its selection. */
function lengthAfter(area: HTMLTextAreaElement, text: string): number {
  return area.value.length - (area.selectionEnd - area.selectionStart) + text.length;
}

/** Kilobytes and megabytes as people say them. */
export function sizeOf(characters: number): string {
  return characters >= 1_000_000 ? `${(characters / 1_000_000).toFixed(1)} MB` : `${characters.toLocaleString('en')} characters`;
}

/**
 * Keeps text out of a text area before it enters if it would become too long, so that what was there stays as it is.
 *
 * @param most how many characters the field holds
 * @param refused is told what was kept out
 */
export function guard(area: HTMLTextAreaElement, refused: (what: Refused) => void, most = LONGEST_PROMPT): void {
  const limit = most.toLocaleString('en');
  const bulk = (e: Event, text: string) => {
    if (lengthAfter(area, text) <= most) return;
    e.preventDefault();
    refused({
      text,
      message: `${sizeOf(text.length)} of text ${text.length === 1 ? 'was' : 'were'} pasted, a prompt holds ${limit} characters. Your text is as it was.`,
      pasted: true,
    });
  };
  area.addEventListener('paste', (e) => bulk(e, e.clipboardData?.getData('text/plain') ?? ''));
  area.addEventListener('drop', (e) => bulk(e, e.dataTransfer?.getData('text/plain') ?? ''));
  area.addEventListener('beforeinput', (e) => {
    const text = e.data ?? (e.inputType === 'insertLineBreak' ? '\n' : '');
    if (!text || lengthAfter(area, text) <= most) return;
    e.preventDefault();
    refused({ text, message: `A prompt holds ${limit} characters. What follows belongs to the next keyframe.`, pasted: false });
  });
}
