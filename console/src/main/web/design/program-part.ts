import { LitElement, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import type { Program } from '../api/types';
import '../ui/loading-line';
import '../ui/problem-note';

/** A part of a program's page that reads one thing, again after each change of the program. */
export abstract class ProgramPart<T> extends LitElement {
  @property({ attribute: false }) program!: Program;
  @state() protected found: T | undefined;
  @state() protected problem: Problem | undefined;
  #loadedFor = '';
  #asked = 0;

  protected abstract read(program: Program): Promise<T>;

  override willUpdate(): void {
    const version = `${this.program.name} ${this.program.etag}`;
    if (version !== this.#loadedFor) {
      this.#loadedFor = version;
      void this.load();
    }
  }

  /** Reads it again. Only the last question's answer is shown. */
  readonly load = async (): Promise<void> => {
    const asked = ++this.#asked;
    try {
      const found = await this.read(this.program);
      if (asked === this.#asked) {
        this.found = found;
        this.problem = undefined;
      }
    } catch (thrown) {
      if (asked === this.#asked) {
        this.problem = Problem.of(thrown);
      }
    }
  };

  protected waiting(label: string) {
    return this.problem
      ? html`<problem-note .problem=${this.problem}></problem-note>
          <p><button class="compact" @click=${this.load}>Try again</button></p>`
      : html`<loading-line label=${label}></loading-line>`;
  }
}
