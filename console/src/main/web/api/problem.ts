/** One thing that was wrong, with the path of its field as it was sent. */
export interface Violation {
  readonly field: string;
  readonly value: string;
  readonly expected: string;
  readonly description: string;
}

/** A failed call: the gateway's `application/problem+json`, or the fact that it could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly reason: string,
    readonly violations: readonly Violation[] = [],
    readonly requestId = '',
    readonly retryAfter = '',
  ) {
    super(detail);
    this.name = 'Problem';
  }

  /** What kind of problem it is, in a few words. */
  get title(): string {
    switch (this.status) {
      case 0:
        return 'No answer from the gateway';
      case 400:
        return 'The request has a mistake';
      case 401:
        return 'You are not signed in';
      case 403:
        return 'You may not do this';
      case 404:
        return 'It is not there';
      case 409:
      case 412:
        return this.stale ? 'Somebody else was faster' : 'Not possible as things stand';
      case 413:
        return 'Too large';
      case 429:
        return 'Too many requests';
      case 503:
      case 504:
        return 'Not available at the moment';
      default:
        return 'It did not work';
    }
  }

  /** Somebody else changed it: what is shown is old. */
  get stale(): boolean {
    return this.status === 412 || this.reason === 'STALE_ETAG';
  }

  /** It may be different now from what is shown. */
  get conflict(): boolean {
    return this.status === 409 || this.status === 412;
  }

  /** It is not about the request: the same may be answered in a moment. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }

  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined);
    const fields = isRecord(body) ? body : {};
    return new Problem(
      response.status,
      text(fields['detail']) || text(fields['title']) || response.statusText,
      text(fields['reason']),
      violations(fields['errors']),
      text(fields['requestId']),
      response.headers.get('Retry-After') ?? '',
    );
  }

  /** What was thrown, as a problem: anything but a problem means that no answer came. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) {
      return thrown;
    }
    const detail = 'The request did not get through, or its answer got lost. Is Syncopate still running? Trying again is safe.';
    return new Problem(0, detail, '');
  }
}

function violations(value: unknown): Violation[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.filter(isRecord).map((entry) => ({
    field: text(entry['field']),
    value: text(entry['value']),
    expected: text(entry['expected']),
    description: text(entry['description']),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
