import { type TemplateResult, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Example } from '../api/answers.ts';
import { api } from '../api/client.ts';
import { Part } from '../shell/part.ts';
import { say } from '../shell/toast.ts';
import { messageOf, openNew } from './new-shot.ts';

/** Shots to begin with, each with a picture; opening one makes a new shot of one's own. */
@customElement('bb-example-list')
export class ExampleList extends Part {
  @state() private examples: readonly Example[] = [];
  @state() private opening = '';

  override connectedCallback(): void {
    super.connectedCallback();
    api
      .get<{ readonly items: readonly Example[] }>('/v1/examples')
      .then((page) => (this.examples = page.items))
      .catch(() => (this.examples = []));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.examples.length === 0) return nothing;
    return html`<section aria-labelledby="examples">
      <div class="sec"><h2 id="examples">Examples</h2><span class="dim">Open one and change it</span></div>
      <ul class="grid three">
        ${this.examples.map(
          (x) => html`<li>
            <button class="card" type="button" ?disabled=${this.opening !== ''} @click=${() => this.#open(x)}>
              <span class="th"><img src="/examples/${x.id}.jpg" alt="" width="480" height="270" loading="lazy" @error=${hide} /></span>
              <b>${x.title}</b>
              <span class="dim num">${this.opening === x.id ? 'Opening' : facts(x)}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  async #open(example: Example): Promise<void> {
    this.opening = example.id;
    try {
      await openNew({ ...example.shot, title: example.title });
    } catch (e) {
      say(messageOf(e));
    } finally {
      this.opening = '';
    }
  }
}

function facts(x: Example): string {
  const people = x.people === 0 ? '' : `, ${x.people} ${x.people === 1 ? 'person' : 'people'}`;
  return `${x.keyframes} ${x.keyframes === 1 ? 'keyframe' : 'keyframes'}, ${x.seconds} s${people}`;
}

function hide(e: Event): void {
  (e.target as HTMLImageElement).hidden = true;
}
