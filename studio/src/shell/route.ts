/** Where in the studio one is, as the part of the address after `#`. */
export type Route =
  | { readonly view: 'start' }
  | { readonly view: 'edit'; readonly project: string; readonly overhead: boolean }
  | { readonly view: 'render'; readonly project?: string; readonly generation?: string }
  | { readonly view: 'cast'; readonly shelf: 'people' | 'sets' | 'props'; readonly id?: string }
  | { readonly view: 'account' }
  | { readonly view: 'sign-in'; readonly invitation?: string }
  | { readonly view: 'review'; readonly token: string }
  | { readonly view: 'missing'; readonly address: string };

/** Reads an address such as `#/edit/0193…/overhead`. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [view = '', first, second] = path.split('/').map(decoded);
  const params = new URLSearchParams(query);
  switch (view) {
    case '':
    case 'start':
      return { view: 'start' };
    case 'edit':
      return first ? { view: 'edit', project: first, overhead: second === 'overhead' } : { view: 'start' };
    case 'render': {
      const generation = second ?? params.get('generation') ?? undefined;
      return { view: 'render', ...(first ? { project: first } : {}), ...(generation ? { generation } : {}) };
    }
    case 'cast':
      return {
        view: 'cast',
        shelf: first === 'sets' || first === 'props' ? first : 'people',
        ...(second ? { id: second } : {}),
      };
    case 'account':
      return { view: 'account' };
    case 'sign-in':
      return { view: 'sign-in', ...(first ? { invitation: first } : {}) };
    case 'review':
      return first ? { view: 'review', token: first } : { view: 'missing', address: hash };
    default:
      return { view: 'missing', address: hash };
  }
}

/** Goes to an address such as `/edit/0193…`. */
export function go(path: string): void {
  location.hash = `#${path}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
