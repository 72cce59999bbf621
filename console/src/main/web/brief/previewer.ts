import { Problem } from '../api/problem';
import { previewAssessment } from '../api/programs';
import type { Assessment } from '../api/types';

/** Long enough for somebody who types, short enough to feel like an answer. */
const SETTLED_MILLIS = 250;

/** After this long an answer that did not come for a reason that passes is asked for again. */
const AGAIN_MILLIS = 3_000;

export interface PreviewListener {
  answered(assessment: Assessment): void;
  failed(problem: Problem): void;
}

/**
 * Asks what a brief would be answered, once it has stopped changing. A newer question cancels the one before, and an
 * answer that comes after its question was replaced is dropped. One that does not come is asked for again.
 */
export class Previewer {
  readonly #listener: PreviewListener;
  #timer = 0;
  #asked = 0;
  #running: AbortController | undefined;

  constructor(listener: PreviewListener) {
    this.#listener = listener;
  }

  ask(brief: unknown): void {
    this.stop();
    const question = this.#asked;
    this.#timer = window.setTimeout(() => void this.#send(brief, question), SETTLED_MILLIS);
  }

  stop(): void {
    this.#asked++;
    window.clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = undefined;
  }

  async #send(brief: unknown, question: number): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      const assessment = await previewAssessment(brief, running.signal);
      if (question === this.#asked) {
        this.#listener.answered(assessment);
      }
    } catch (thrown) {
      if (question === this.#asked) {
        this.#missed(Problem.of(thrown), brief, question);
      }
    }
  }

  #missed(problem: Problem, brief: unknown, question: number): void {
    this.#listener.failed(problem);
    if (problem.passing) {
      const millis = Math.max(AGAIN_MILLIS, 1_000 * Number(problem.retryAfter || 0));
      this.#timer = window.setTimeout(() => void this.#send(brief, question), millis);
    }
  }
}
