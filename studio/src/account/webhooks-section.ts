import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../api/client.ts';
import { AccountPart, fieldsOf } from './account-part.ts';
import type { Delivery, Items, Webhook } from './answers.ts';
import './shown-once.ts';
import { ago, moment } from './times.ts';

const DELIVERIES = 5;
/** How long the answer to a test is waited for, in steps of half a second. */
const STEPS = 30;

/** Addresses that are told what happens, each with a test and what became of the last messages. */
@customElement('bb-webhooks-section')
export class WebhooksSection extends AccountPart {
  @state() private hooks: readonly Webhook[] | undefined;
  @state() private deliveries: readonly Delivery[] = [];
  @state() private events: readonly string[] = [];
  @state() private adding = false;
  @state() private secret: { readonly url: string; readonly value: string } | undefined;
  @state() private testing = '';
  @state() private tests = new Map<string, Delivery>();
  @state() private deleting = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    await this.doing(async () => {
      this.hooks = (await api.get<Items<Webhook>>('/v1/webhooks')).items;
      this.deliveries = (await api.get<Items<Delivery>>('/v1/webhook-deliveries?limit=50')).items;
      this.events = (await api.get<Items<string>>('/v1/webhooks/events')).items;
    });
  }

  protected override render(): unknown {
    return html`<section aria-labelledby="hooks-h">
      <div class="sec">
        <h2 id="hooks-h">Webhooks</h2>
        <button class="btn quiet" type="button" aria-expanded=${this.adding} @click=${() => (this.adding = !this.adding)}>Add</button>
      </div>
      ${this.adding ? this.#form() : nothing} ${this.faultLine()}
      ${this.secret
        ? html`<bb-shown-once .label=${`Secret for ${host(this.secret.url)}`} .value=${this.secret.value} @done=${() => (this.secret = undefined)}></bb-shown-once>`
        : nothing}
      <ul>
        ${repeat(this.hooks ?? [], (h) => h.id, (h) => html`<li class="hook">${this.#hook(h)}</li>`)}
      </ul>
      ${this.hooks && this.hooks.length === 0 ? html`<p class="mid">An address that is told when a render is done.</p>` : nothing}
    </section>`;
  }

  #hook(h: Webhook): unknown {
    const sent = this.deliveries.filter((d) => d.webhook_id === h.id).slice(0, DELIVERIES);
    const last = this.tests.get(h.id) ?? sent[0];
    return html`<div class="line">
        <span class="addr" title=${h.url}>${host(h.url)}</span>
        <button class="btn" type="button" ?disabled=${!h.enabled || this.testing !== ''} aria-label=${`Send test to ${host(h.url)}`} @click=${() => void this.#test(h)}>
          ${this.testing === h.id ? 'Sending' : 'Send test'}
        </button>
      </div>
      <p class=${!h.enabled || last?.state === 'failed' || h.failing_since ? 'attn' : 'mid'} role="status">${!h.enabled ? `Off. ${h.disabled_reason ?? ''}` : last ? outcome(last, this.zone) : 'Nothing was sent yet'}</p>
      <details class="entry">
        <summary><span class="dim">Messages and settings</span></summary>
        <p class="dim addr">${h.url}</p>
        <p class="dim">${h.events.includes('*') ? 'All events' : h.events.join(', ')}</p>
        <ul>
          ${sent.map(
            (d) => html`<li class="line">
              <span>${d.event}<br /><span class="dim">${moment(d.created_at, this.zone)}, ${outcome(d, this.zone)}</span></span>
              ${d.state === 'failed'
                ? html`<button class="btn quiet" type="button" ?disabled=${this.busy} @click=${() => void this.#again(d)}>Send again</button>`
                : nothing}
            </li>`,
          )}
        </ul>
        <div class="chips">
          <button class="btn" type="button" ?disabled=${this.busy} @click=${() => void this.#switch(h)}>${h.enabled ? 'Turn off' : 'Turn on'}</button>
          <button class="btn quiet" type="button" ?disabled=${this.busy} title="Messages carry both signatures for 24 hours" @click=${() => void this.#rotate(h)}>New secret</button>
          ${this.deleting === h.id
            ? html`<button class="btn" type="button" ?disabled=${this.busy} @click=${() => void this.#delete(h)}>Delete for good</button>
                <button class="btn quiet" type="button" @click=${() => (this.deleting = '')}>Keep</button>`
            : html`<button class="btn quiet" type="button" @click=${() => (this.deleting = h.id)}>Delete</button>`}
        </div>
      </details>`;
  }

  #form(): unknown {
    return html`<form class="sub" @submit=${this.#add}>
      <label for="hook-url">Address</label>
      <input class="f" id="hook-url" name="url" type="url" required maxlength="2000" placeholder="https://studio.example/beatboard" autocomplete="off" />
      <fieldset>
        <legend>It is told of</legend>
        ${this.events.map((e) => html`<label class="check"><input type="checkbox" name="events" value=${e} checked /> ${eventName(e)}</label>`)}
      </fieldset>
      <div class="chips"><button class="btn go" ?disabled=${this.busy}>Add</button></div>
    </form>`;
  }

  async #add(e: SubmitEvent): Promise<void> {
    const fields = fieldsOf(e);
    const url = String(fields.get('url')).trim();
    const events = fields.getAll('events').map(String);
    await this.doing(async () => {
      const made = await api.post<{ id: string; secret: string }>('/v1/webhooks', {
        url,
        ...(events.length === this.events.length ? {} : { events }),
      });
      this.secret = { url, value: made.secret };
      this.adding = false;
      await this.#load();
    });
  }

  /** Sends a test message and waits for what becomes of it. */
  async #test(h: Webhook): Promise<void> {
    this.testing = h.id;
    await this.doing(async () => {
      const { delivery_id } = await api.post<{ delivery_id: string }>(`/v1/webhooks/${h.id}/test`);
      for (let i = 0; i < STEPS; i++) {
        this.deliveries = (await api.get<Items<Delivery>>('/v1/webhook-deliveries?limit=50')).items;
        const sent = this.deliveries.find((d) => d.id === delivery_id);
        if (sent) this.tests = new Map([...this.tests, [h.id, sent]]);
        if (sent && (sent.state !== 'pending' || sent.attempts > 0)) return;
        await new Promise((r) => setTimeout(r, 500));
      }
    });
    this.testing = '';
  }

  async #again(d: Delivery): Promise<void> {
    await this.doing(async () => {
      await api.post(`/v1/webhook-deliveries/${d.id}/redeliver`);
      await this.#load();
    });
  }

  async #switch(h: Webhook): Promise<void> {
    await this.doing(async () => {
      await api.post(`/v1/webhooks/${h.id}/${h.enabled ? 'disable' : 'enable'}`);
      await this.#load();
    });
  }

  async #rotate(h: Webhook): Promise<void> {
    await this.doing(async () => {
      this.secret = { url: h.url, value: (await api.post<{ secret: string }>(`/v1/webhooks/${h.id}/rotate`)).secret };
    });
  }

  async #delete(h: Webhook): Promise<void> {
    await this.doing(async () => {
      await api.delete(`/v1/webhooks/${h.id}`);
      this.deleting = '';
      await this.#load();
    });
  }
}

/** What became of a message, in a line. */
function outcome(d: Delivery, zone: string): string {
  const when = d.attempted_at ? `, ${ago(d.attempted_at, zone)}` : '';
  if (d.state === 'delivered') {
    return `Answered ${d.last_status ?? ''}${when}`;
  }
  const why = d.last_status ? `Answered ${d.last_status}` : (d.last_error ?? 'Nobody answered');
  if (d.state === 'failed') return `${why}${when}, given up`;
  return d.attempts === 0 ? 'On its way' : `${why}${when}, tried again ${d.next_at ? moment(d.next_at, zone) : 'soon'}`;
}

function host(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

function eventName(event: string): string {
  return event.replace('generation.', 'a render ').replace('cancelled', 'canceled').replace('processing', 'begun').replace('queued', 'ordered');
}
