import { LitElement } from 'lit';

/** A component whose markup is in the page itself, so that the one set of style sheets reaches it. */
export class Part extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
