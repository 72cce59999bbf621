/** One field that the gateway refused, with the value and what was expected in its description. */
export interface Violation {
  readonly field: string;
  readonly description: string;
}

/** A failed call: the gateway's `application/problem+json`, or the fact that it could not be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly reason: string,
    readonly violations: readonly Violation[],
    readonly traceId: string,
    readonly retryAfter: string,
  ) {
    super(detail || title);
    this.name = 'Problem';
  }

  get signedOut(): boolean {
    return this.status === 401;
  }

  /** Somebody else was faster: what is shown is old. */
  get stale(): boolean {
    return this.status === 412 || this.reason === 'STALE_ETAG';
  }

  static unreachable(cause: unknown): Problem {
    const detail = 'The request did not reach the gateway. Is it still running? Nothing was changed by this attempt, '
      + 'as far as the console can tell; trying again is safe.';
    const problem = new Problem(0, 'No answer from the gateway', detail, 'UNREACHABLE', [], '', '');
    problem.cause = cause;
    return problem;
  }

  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined);
    const fields = isRecord(body) ? body : {};
    return new Problem(
      response.status,
      text(fields['title']) || response.statusText || `Status ${response.status}`,
      text(fields['detail']),
      text(fields['reason']),
      violations(fields['errors']),
      text(fields['traceId']),
      response.headers.get('Retry-After') ?? '',
    );
  }

  static of(thrown: unknown): Problem {
    return thrown instanceof Problem ? thrown : Problem.unreachable(thrown);
  }
}

function violations(value: unknown): Violation[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.filter(isRecord).map((entry) => ({
    field: text(entry['field']),
    description: text(entry['description']) || text(entry['message']),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
