import { Problem } from './problem';

/** Sent to the window when the gateway no longer knows the session. */
export const SIGNED_OUT = 'syncopate-signed-out';

/** Longer than any read takes, and shorter than anybody waits for it. */
const READ_MILLIS = 20_000;

type Method = 'GET' | 'POST' | 'PATCH';

type Write = { readonly key?: string; readonly body?: unknown; readonly signal?: AbortSignal };

/** A read; fails with a {@link Problem}, or with what `fetch` throws when no answer comes. */
export function get<T>(path: string): Promise<T> {
  return call<T>('GET', path, {});
}

/** A write; fails as {@link get} does. The key makes repeating it safe. */
export function post<T>(path: string, body: unknown, key: string): Promise<T> {
  return call<T>('POST', path, { body, key });
}

/** A change of what is there; fails as {@link get} does. The key makes repeating it safe. */
export function patch<T>(path: string, body: unknown, key: string): Promise<T> {
  return call<T>('PATCH', path, { body, key });
}

/** A read whose question is too long for an address, until the signal ends it; fails as {@link get} does. */
export function ask<T>(path: string, question: unknown, signal?: AbortSignal): Promise<T> {
  return call<T>('POST', path, { body: question, ...(signal && { signal }) });
}

/** All items of a paged list; `field` is the name of the list in the answer. */
export async function everyPage<T>(path: string, field: string): Promise<readonly T[]> {
  const items: T[] = [];
  let token = '';
  do {
    const query = new URLSearchParams({ pageSize: '200' });
    if (token !== '') {
      query.set('pageToken', token);
    }
    const page = await get<Record<string, unknown>>(`${path}?${query}`);
    items.push(...((page[field] as T[] | undefined) ?? []));
    token = (page['nextPageToken'] as string | undefined) ?? '';
  } while (token !== '');
  return items;
}

async function call<T>(method: Method, path: string, write: Write): Promise<T> {
  const headers = new Headers({ Accept: 'application/json' });
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (method !== 'GET') {
    // The gateway takes a session cookie on writes only together with this header, which no foreign form can send.
    headers.set('X-Requested-With', 'syncopate');
    headers.set('Content-Type', 'application/json');
    if (write.key !== undefined) {
      headers.set('Idempotency-Key', write.key);
    }
    request.body = JSON.stringify(write.body ?? {});
    if (write.signal !== undefined) {
      request.signal = write.signal;
    }
  } else {
    request.signal = AbortSignal.timeout(READ_MILLIS);
  }
  const response = await fetch(path, request);
  if (response.status === 401) {
    window.dispatchEvent(new Event(SIGNED_OUT));
  }
  if (!response.ok) {
    throw await Problem.from(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}
