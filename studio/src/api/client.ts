import { Connection } from './connection.ts';
import { Offline, problemOf } from './problem.ts';

/** What may be said of a request besides its address and body. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The service's REST API, which is all that the studio talks to. Requests carry the session's cookie. Answers that are
 * no success are thrown as `Problem`, a server that is away as `Offline`.
 *
 * Dispatches `signed-out` when an answer says that there is no session, or no longer.
 */
export class Client extends EventTarget {
  readonly connection = new Connection(() => this.#alive());

  async get<T>(path: string, options?: RequestOptions): Promise<T> {
    return (await this.send('GET', path, undefined, options)).json() as Promise<T>;
  }

  async post<T>(path: string, body?: unknown, options?: RequestOptions): Promise<T> {
    return this.#parsed<T>(await this.send('POST', path, body, options));
  }

  async put<T>(path: string, body: unknown, options?: RequestOptions): Promise<T> {
    return this.#parsed<T>(await this.send('PUT', path, body, options));
  }

  async patch<T>(path: string, body: unknown, options?: RequestOptions): Promise<T> {
    return this.#parsed<T>(await this.send('PATCH', path, body, options));
  }

  async delete(path: string, options?: RequestOptions): Promise<void> {
    await this.send('DELETE', path, undefined, options);
  }

  /** Any request; bodies that are strings or blobs go as they are, everything else as JSON. */
  async send(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Response> {
    const raw = typeof body === 'string' || body instanceof Blob || body instanceof FormData;
    const headers: Record<string, string> = { ...options.headers };
    if (body !== undefined && !raw) headers['Content-Type'] = 'application/json';
    let response: Response;
    try {
      response = await fetch(path, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
    } catch (e) {
      if (options.signal?.aborted) throw e;
      this.connection.lost();
      throw new Offline();
    }
    this.connection.answered();
    if (!response.ok) {
      const problem = await problemOf(response);
      if (response.status === 401) this.dispatchEvent(new Event('signed-out'));
      throw problem;
    }
    return response;
  }

  async #parsed<T>(response: Response): Promise<T> {
    return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
  }

  async #alive(): Promise<boolean> {
    try {
      return (await fetch('/health', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }
}

/** The one client of the page. */
export const api = new Client();
