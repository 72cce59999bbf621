/** An attempt as it can be kept over a reload of the page. */
export interface SavedAttempt {
  readonly key: string;
  readonly request: string;
}

/**
 * The idempotency key of one thing a person does. It stays the same while the same request is tried again, so that a
 * second click or a lost answer cannot do it twice, and is renewed once it went through or the request has changed.
 */
export class Attempt {
  #key: string;
  #request: string;

  constructor(saved: SavedAttempt = { key: '', request: '' }) {
    this.#key = saved.key;
    this.#request = saved.request;
  }

  get saved(): SavedAttempt {
    return { key: this.#key, request: this.#request };
  }

  keyFor(request: unknown): string {
    const canonical = JSON.stringify(request);
    if (this.#key === '' || canonical !== this.#request) {
      this.#key = randomKey();
      this.#request = canonical;
    }
    return this.#key;
  }

  settled(): void {
    this.#key = '';
  }
}

/** 128 random bits in hex. `crypto.randomUUID` is missing on pages that are served over plain HTTP. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
