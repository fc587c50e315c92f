/** One field that is wrong, as RFC 9457 answers of the service list it. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** What a refusal says besides its sentence, such as `current` of a conflict. */
export type Extras = Readonly<Record<string, unknown>>;

/** The service refused; `message` is its own sentence, made to be shown as it is. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly faults: readonly Fault[] = [],
    readonly extras: Extras = {},
    readonly retryAfter?: number,
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

/** Nobody answered: the connection or the server is away. */
export class Offline extends Error {
  constructor() {
    super('No connection.');
    this.name = 'Offline';
  }
}

/** Reads a refusal out of an answer that is not a success. */
export async function problemOf(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get('Retry-After'));
  const retryAfter = Number.isFinite(retry) && retry > 0 ? retry : undefined;
  try {
    const body = (await response.json()) as Record<string, unknown>;
    const faults = Array.isArray(body['errors'])
      ? (body['errors'] as Record<string, unknown>[]).map((e) => ({
          pointer: String(e['pointer'] ?? e['field'] ?? ''),
          detail: String(e['detail'] ?? e['message'] ?? ''),
        }))
      : [];
    return new Problem(
      response.status,
      String(body['code'] ?? ''),
      String(body['detail'] ?? body['title'] ?? `The server answered ${response.status}.`),
      faults,
      body,
      retryAfter,
    );
  } catch {
    return new Problem(response.status, '', `The server answered ${response.status}.`, [], {}, retryAfter);
  }
}
