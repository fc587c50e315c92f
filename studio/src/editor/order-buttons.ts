import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client.ts';
import { Offline, Problem } from '../api/problem.ts';
import { keepPlace } from '../session/kept-place.ts';
import { inCredits } from '../session/order.ts';
import { DRAFT, FINAL, type Pricer } from '../session/pricer.ts';
import type { ShotSession } from '../session/shot-session.ts';
import { orders, renders, visitor } from '../session/studio.ts';
import { Watch } from '../session/watch.ts';
import { Part } from '../shell/part.ts';
import { go } from '../shell/route.ts';
import { say } from '../shell/toast.ts';
import { DearOrder } from './dear-order.ts';

/** What hinders ordering, for people; undefined if nothing does. */
export function hindrance(session: ShotSession, online: boolean, signedIn: boolean): string | undefined {
  if (!online) return 'Rendering waits for the connection.';
  if (session.sync.kind === 'signed-out' || !signedIn) return 'Sign in to render. Your edits are kept here.';
  if (session.explainFault) return `The shot cannot be rendered yet. ${session.explainFault}`;
  return undefined;
}

/** Renders the shot as a draft or as a final; what that costs is in the button. */
@customElement('bb-order-buttons')
export class OrderButtons extends Part {
  @property({ attribute: false }) session!: ShotSession;
  @property({ attribute: false }) pricer!: Pricer;
  /** Which of them is being ordered. */
  @state() private ordering = '';

  constructor() {
    super();
    new Watch(this, () => this.session, ['price', 'sync', 'explanation', 'shot']);
    new Watch(this, () => api.connection, ['change']);
    new Watch(this, () => visitor, ['change']);
  }

  protected override render(): TemplateResult {
    return html`${this.#signIn()}${this.#button('Draft', DRAFT, '')}${this.#button('Final', FINAL, 'go')}`;
  }

  /** Whose session has ended goes on editing, and signs in from here: one is back at the same frame afterwards. */
  #signIn(): TemplateResult | typeof nothing {
    if (this.session.sync.kind !== 'signed-out' && visitor.account) return nothing;
    const back = encodeURIComponent(location.hash.slice(1));
    return html`<a class="btn sign-in" href="#/sign-in?back=${back}" @click=${() => keepPlace(this.session)}>Sign in</a>`;
  }

  #button(name: string, resolution: string, look: string): TemplateResult {
    const price = this.session.price(resolution);
    const hindered = hindrance(this.session, api.connection.online, visitor.account !== undefined) ?? this.session.refusal(resolution);
    const busy = this.ordering === resolution;
    const off = hindered !== undefined || this.ordering !== '';
    const cost = price ? inCredits(price.credits) : '';
    return html`<button
      class="btn ${look}"
      type="button"
      aria-disabled=${off ? 'true' : nothing}
      aria-busy=${busy ? 'true' : nothing}
      title=${hindered ?? (price ? price.explanation : 'The price is not known yet.')}
      @click=${() => (off ? say(hindered ?? 'It is being ordered.') : this.#press(resolution))}
    >
      ${busy ? 'Ordering' : name} ${cost && !busy ? html`<span class="num">${cost}</span>` : nothing}${price && price.kept > 0 && !busy
        ? html`<span class="sr">, ${price.new} of ${price.frames} frames are new</span>`
        : nothing}${hindered ? html`<span class="sr">, ${hindered}</span>` : nothing}
    </button>`;
  }

  async #press(resolution: string): Promise<void> {
    const price = this.session.price(resolution);
    if (price && !price.suffices) return this.#tooDear(resolution);
    await this.#order(resolution);
  }

  #tooDear(resolution: string): void {
    const price = this.session.price(resolution);
    if (!price) return;
    const dialog = new DearOrder();
    dialog.price = price;
    dialog.order = (cheaper) => void this.#order(cheaper);
    this.ownerDocument.body.append(dialog);
  }

  async #order(resolution: string): Promise<void> {
    if (this.ordering) return;
    this.ordering = resolution;
    const { project, shot } = this.session;
    const parent = this.pricer.parent(resolution);
    try {
      const generation = await orders.place(project.id, shot, { resolution, ...(parent ? { parent } : {}) });
      renders.put(generation);
      void visitor.refreshCredits();
      go(`/render/${project.id}/${generation.id}`);
    } catch (e) {
      if (e instanceof Offline) say('No connection. Nothing is ordered twice if you press again.');
      else if (e instanceof Problem && e.status === 402 && this.session.price(resolution)) this.#tooDear(resolution);
      else if (e instanceof Problem) say(e.message);
      else throw e;
    } finally {
      this.ordering = '';
    }
  }
}
