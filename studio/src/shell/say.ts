/** Something that a message offers to do. */
export interface Offer {
  readonly label: string;
  run(): void;
}

/** A message, with what it offers. */
export interface Said {
  readonly text: string;
  readonly offer?: Offer;
}

/** Says something in the toast, with something to do about it if there is. */
export function say(text: string, offer?: Offer): void {
  document.dispatchEvent(new CustomEvent<Said>('bb-say', { detail: offer ? { text, offer } : { text } }));
}
