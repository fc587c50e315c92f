import { type TemplateResult, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Watch } from '../session/watch.ts';
import { openShot, visitor } from '../session/studio.ts';
import { Part } from './part.ts';
import { type Route, routeOf } from './route.ts';
import './toast.ts';
import './top-bar.ts';

/** What each view needs is loaded when it is first shown. */
const VIEWS: Record<Route['view'], () => Promise<unknown>> = {
  start: () => import('../start/start-page.ts'),
  edit: () => import('../editor/editor-page.ts'),
  render: () => import('../render/render-page.ts'),
  cast: () => import('../cast/cast-page.ts'),
  account: () => import('../account/account-page.ts'),
  'sign-in': () => import('../account/sign-in-page.ts'),
  review: () => import('../review/review-page.ts'),
  missing: () => import('./missing-page.ts'),
};

/** The whole page: the top bar, and the view that the address names. */
@customElement('bb-app')
export class App extends Part {
  @state() private route = routeOf(location.hash);
  @state() private loaded = new Set<string>();
  @state() private fault = '';
  #arrived = false;

  constructor() {
    super();
    new Watch(this, () => visitor, ['change']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#moved);
    this.#load();
    this.#arrive();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#moved);
  }

  readonly #moved = () => {
    this.route = routeOf(location.hash);
    this.#arrive();
    this.#load();
    scrollTo(0, 0);
  };

  /** Guests with a link for review need not be known; whoever goes on from there is asked. */
  #arrive(): void {
    if (this.route.view === 'review') {
      visitor.settled = true;
    } else if (!this.#arrived) {
      this.#arrived = true;
      visitor.settled = false;
      void visitor.arrive();
    }
  }

  #load(): void {
    const view = this.#view();
    VIEWS[view]()
      .then(() => {
        this.loaded = new Set([...this.loaded, view]);
        this.fault = '';
      })
      .catch(() => (this.fault = 'This part of the studio could not be loaded. Check the connection and load the page again.'));
  }

  /** A visitor without an account is asked to sign in, except under a link for review. */
  #view(): Route['view'] {
    const open = this.route.view === 'review' || this.route.view === 'sign-in' || this.route.view === 'missing';
    // Whose session ends while editing goes on editing; the editor's bar offers to sign in.
    const editing = this.route.view === 'edit' && openShot.session?.project.id === this.route.project;
    return open || editing || visitor.account || !visitor.settled ? this.route.view : 'sign-in';
  }

  protected override willUpdate(): void {
    if (!this.loaded.has(this.#view())) this.#load();
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>Skip to content</a>
      <bb-top-bar .route=${this.route} .view=${view}></bb-top-bar>
      <main id="main" tabindex="-1" data-view=${view}>${this.#page(view)}</main>
      <bb-toast></bb-toast>
    `;
  }

  #page(view: Route['view']): TemplateResult {
    if (this.fault) return html`<p class="waiting" role="alert">${this.fault}</p>`;
    if (!this.loaded.has(view) || !visitor.settled) return html`<p class="waiting">Opening the studio.</p>`;
    const r = this.route;
    switch (view) {
      case 'start':
        return html`<bb-start-page></bb-start-page>`;
      case 'edit':
        return html`<bb-editor-page
          .projectId=${r.view === 'edit' ? r.project : ''}
          .overhead=${r.view === 'edit' && r.overhead}
        ></bb-editor-page>`;
      case 'render':
        return html`<bb-render-page
          .projectId=${r.view === 'render' ? (r.project ?? '') : ''}
          .generationId=${r.view === 'render' ? (r.generation ?? '') : ''}
        ></bb-render-page>`;
      case 'cast':
        return html`<bb-cast-page
          .shelf=${r.view === 'cast' ? r.shelf : 'people'}
          .itemId=${r.view === 'cast' ? (r.id ?? '') : ''}
        ></bb-cast-page>`;
      case 'account':
        return html`<bb-account-page></bb-account-page>`;
      case 'sign-in':
        return html`<bb-sign-in-page .invitation=${r.view === 'sign-in' ? (r.invitation ?? '') : ''}></bb-sign-in-page>`;
      case 'review':
        return html`<bb-review-page .token=${r.view === 'review' ? r.token : ''}></bb-review-page>`;
      case 'missing':
        return html`<bb-missing-page></bb-missing-page>`;
    }
  }

  #skip(e: Event): void {
    e.preventDefault();
    this.querySelector<HTMLElement>('#main')?.focus();
  }
}
