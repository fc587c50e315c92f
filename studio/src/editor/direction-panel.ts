import { type TemplateResult, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ShotSession } from '../session/shot-session.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { timecode } from '../shot/timecode.ts';
import './decision-list.ts';
import './fact-fields.ts';
import './issue-list.ts';
import './note-list.ts';
import './prompt-field.ts';

/** The direction of the selected keyframe: its words, what needs a look, what was decided, and what is staged. */
@customElement('bb-direction-panel')
export class DirectionPanel extends Part {
  @property({ attribute: false }) session!: ShotSession;

  constructor() {
    super();
    new Watch(this, () => this.session, ['shot']);
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const frame = session.frameOf();
    return html`
      <section aria-labelledby="keyframe">
        <div class="khead">
          <h2 id="keyframe">Keyframe ${session.selected + 1}</h2>
          <span class="num">${timecode(frame, session.rate)}</span>
          <span class="num dim">frame ${frame}</span>
          <bb-keyframe-menu .session=${session}></bb-keyframe-menu>
        </div>
        <bb-prompt-field .session=${session}></bb-prompt-field>
      </section>
      <bb-issue-list .session=${session}></bb-issue-list>
      <bb-note-list .session=${session}></bb-note-list>
      <bb-decision-list .session=${session}></bb-decision-list>
      <bb-fact-fields .session=${session}></bb-fact-fields>
    `;
  }
}
