import { api } from '../api/client.ts';
import type { Prop, Vocabulary } from '../api/answers.ts';
import type { Keeper } from './keeper.ts';
import type { Pricer } from './pricer.ts';
import { Orders } from './order.ts';
import { Renders } from './renders.ts';
import type { ShotSession } from './shot-session.ts';
import { Visitor } from './visitor.ts';

/** Who is at the page. */
export const visitor = new Visitor(api);

/** All renderings that the page knows. */
export const renders = new Renders(api);

/** The orders that are on their way. */
export const orders = new Orders(api);

let names: Promise<Vocabulary> | undefined;

/** All names that shots and orders may use; asked for once. */
export function vocabulary(): Promise<Vocabulary> {
  names ??= api.get<Vocabulary>('/v1/vocabulary').catch((e: unknown) => {
    names = undefined;
    throw e;
  });
  return names;
}

let things: Promise<readonly Prop[]> | undefined;

/** The things that words can name, with the sets that have them; asked for once. */
export function props(): Promise<readonly Prop[]> {
  things ??= api
    .get<{ readonly items: readonly Prop[] }>('/v1/props')
    .then((a) => a.items)
    .catch((e: unknown) => {
      things = undefined;
      throw e;
    });
  return things;
}

/** The shot that is open in the editor, for the bar over it. Dispatches `change`. */
export class OpenShot extends EventTarget {
  #session: ShotSession | undefined;
  #keeper: Keeper | undefined;
  #pricer: Pricer | undefined;

  get session(): ShotSession | undefined {
    return this.#session;
  }

  get keeper(): Keeper | undefined {
    return this.#keeper;
  }

  get pricer(): Pricer | undefined {
    return this.#pricer;
  }

  set(session?: ShotSession, keeper?: Keeper, pricer?: Pricer): void {
    this.#session = session;
    this.#keeper = keeper;
    this.#pricer = pricer;
    this.dispatchEvent(new Event('change'));
  }
}

/** The one shot that is open. */
export const openShot = new OpenShot();
