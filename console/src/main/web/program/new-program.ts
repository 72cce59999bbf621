import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { createProgram } from '../api/programs';
import type { ProgramDraft } from '../api/types';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import '../ui/problem-note';
import { EXAMPLES } from './examples';

const BLANK = {
  displayName: '',
  brief: { objective: { type: 'KNOWLEDGE', statement: '' }, audience: {}, content: {}, resources: {}, activities: [] },
  successMetrics: [
    { metric: 'COMPLETION', target: 90, unit: 'percent', baseline: 80, baselineKind: 'EARLIER_RUN', baselineSource: '' },
  ],
  learnerInformation: { access: '', feedback: '' },
};

/** A program's description as JSON, to be read, changed and created. */
@customElement('new-program')
export class NewProgram extends LitElement {
  static override styles = [
    base,
    css`
      textarea {
        min-height: min(60vh, 34rem);
        font-family: var(--mono);
        font-size: 0.86rem;
        line-height: 1.5;
        tab-size: 2;
        white-space: pre;
      }

      .choice {
        min-width: min(100%, 18rem);
      }
    `,
  ];

  @property() example = '';
  @state() private problem: Problem | undefined;
  @state() private malformed = '';
  @state() private busy = false;
  @query('textarea') private editor!: HTMLTextAreaElement;
  #attempt = new Attempt();

  override render() {
    const example = EXAMPLES.find((candidate) => candidate.id === this.example);
    return html`
      <div class="stack">
        <div class="row spread">
          <h1>Describe a program</h1>
          <div class="field choice">
            <label for="example">Example</label>
            <select id="example" @change=${this.#choose}>
              <option value="" ?selected=${example === undefined}>None: write your own</option>
              ${EXAMPLES.map(
                (candidate) =>
                  html`<option value=${candidate.id} ?selected=${candidate === example}>${candidate.title}</option>`,
              )}
            </select>
          </div>
        </div>
        <section class="card stack tight">
          <label for="body">Program as JSON</label>
          <p id="hint" class="small soft">
            Only the name and the objective's statement are required. A fact that you leave out lowers the confidence of
            the answer and is named there; nothing is guessed.
          </p>
          <textarea
            id="body"
            spellcheck="false"
            autocapitalize="off"
            aria-describedby="hint"
            aria-invalid=${this.malformed ? 'true' : 'false'}
            .value=${JSON.stringify(example?.body ?? BLANK, undefined, 2)}
          ></textarea>
          ${this.malformed ? html`<p class="note" role="alert">${this.malformed}</p>` : nothing}
          <problem-note .problem=${this.problem}></problem-note>
          <div class="row">
            <button class="primary" ?disabled=${this.busy} @click=${this.#create}>
              ${this.busy ? 'Creating…' : 'Create the program'}
            </button>
            <a href=${linkTo({ at: 'home' })}>Cancel</a>
          </div>
        </section>
      </div>
    `;
  }

  #choose(event: Event): void {
    window.location.hash = linkTo({ at: 'new', example: (event.target as HTMLSelectElement).value });
  }

  async #create(): Promise<void> {
    this.problem = undefined;
    this.malformed = '';
    let draft: ProgramDraft;
    try {
      draft = JSON.parse(this.editor.value) as ProgramDraft;
    } catch (thrown) {
      this.malformed = `This is not JSON yet: ${(thrown as Error).message}`;
      this.editor.focus();
      return;
    }
    this.busy = true;
    try {
      const program = await createProgram(draft, this.#attempt.keyFor(draft));
      this.#attempt.settled();
      window.location.hash = linkTo({ at: 'program', name: program.name });
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      this.busy = false;
    }
  }
}
