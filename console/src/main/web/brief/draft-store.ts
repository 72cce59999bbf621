import type { SavedAttempt } from '../api/attempt';
import type { Answers } from './answers';

/** A description that was not sent yet. */
export interface KeptDraft {
  readonly answers: Answers;
  readonly step: string;
  /** Etag of the program that it changes; empty for a new one. */
  readonly etag: string;
  /** So that a page that is loaded again after a lost answer does not create it twice. */
  readonly attempt: SavedAttempt;
}

/** Keeps one person's draft in this browser, over reloads. Where nothing can be kept, nothing is. */
export class DraftStore {
  readonly #key: string;

  /** `owner` is a person of a tenant: the next one at this browser has drafts of their own. */
  constructor(owner: string, which: string) {
    this.#key = `syncopate.brief.1 ${owner} ${which}`;
  }

  read(): KeptDraft | undefined {
    try {
      const kept: unknown = JSON.parse(window.localStorage.getItem(this.#key) ?? 'null');
      return isDraft(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  keep(draft: KeptDraft): void {
    try {
      window.localStorage.setItem(this.#key, JSON.stringify(draft));
    } catch {
      // no room, or not allowed: the draft then lives as long as the page
    }
  }

  drop(): void {
    try {
      window.localStorage.removeItem(this.#key);
    } catch {
      // nothing was kept either
    }
  }
}

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const draft = value as Partial<KeptDraft>;
  return (
    typeof draft.answers === 'object' &&
    draft.answers !== null &&
    typeof draft.step === 'string' &&
    typeof draft.etag === 'string' &&
    typeof draft.attempt?.key === 'string'
  );
}
