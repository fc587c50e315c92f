import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ShotSession } from '../session/shot-session.ts';
import { Part } from '../shell/part.ts';

@customElement('bb-overhead-plan')
export class OverheadPlan extends Part {
  @property({ attribute: false }) session!: ShotSession;

  protected override render(): unknown {
    return html``;
  }
}
