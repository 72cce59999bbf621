import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { acceptAssessment, assessProgram, getProgram } from '../api/programs';
import type { Assessment, Program } from '../api/types';
import { base } from '../ui/base';
import '../ui/problem-note';
import { workflowName } from '../ui/words';
import './assessment-view';

/** Assess, read the answer, accept it. Sends `program-changed` with the program as it then is. */
@customElement('decision-section')
export class DecisionSection extends LitElement {
  static override styles = base;

  @property({ attribute: false }) program!: Program;
  @property({ attribute: false }) assessment: Assessment | undefined;
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  #assessing = new Attempt();
  #accepting = new Attempt();

  override render() {
    const assessment = this.assessment;
    return html`
      <div class="card stack">
        <div class="row spread">
          <h2>Decision</h2>
          ${assessment && this.#isOpen()
            ? html`<button class="compact" ?disabled=${this.busy} @click=${this.#assess}>Assess again</button>`
            : nothing}
        </div>
        ${assessment === undefined
          ? html`
              <p>
                The description is scored by rules that you can read, in whole points. You see what each rule added, what
                was not stated, and how close the answer was.
              </p>
              <p>
                <button class="primary" ?disabled=${this.busy} @click=${this.#assess}>
                  ${this.busy ? 'Assessing…' : 'Assess the program'}
                </button>
              </p>
            `
          : html`<assessment-view
              .assessment=${assessment}
              .decided=${this.program.acceptedAssessment === assessment.name}
            ></assessment-view>`}
        <problem-note .problem=${this.problem}></problem-note>
        ${assessment ? this.#accept(assessment) : nothing}
      </div>
    `;
  }

  #accept(assessment: Assessment) {
    const accepted = this.program.acceptedAssessment;
    if (accepted === assessment.name) {
      return html`
        <p class="row"><span class="chip good">accepted</span> This assessment is the decision for the program.</p>
        ${this.program.briefChangedSinceAccepted
          ? html`<p class="note">The description was changed afterwards. Assess again to see whether it still holds.</p>`
          : nothing}
      `;
    }
    if (!this.#isOpen()) {
      return html`<p class="soft">The program was launched on an earlier assessment.</p>`;
    }
    return html`
      <p class="row">
        <button class="primary" ?disabled=${this.busy} @click=${this.#take}>
          Accept: ${workflowName(assessment.recommended)}
        </button>
        ${accepted ? html`<span class="soft small">Replaces the assessment accepted before.</span>` : nothing}
      </p>
    `;
  }

  #isOpen(): boolean {
    return this.program.launch === undefined;
  }

  readonly #assess = (): Promise<void> =>
    this.#run(async () => {
      const request = { assess: this.program.name, etag: this.program.etag };
      await assessProgram(this.program, this.#assessing.keyFor(request));
      this.#assessing.settled();
      return getProgram(this.program.name);
    });

  readonly #take = (): Promise<void> =>
    this.#run(async () => {
      const name = this.assessment?.name ?? '';
      const request = { accept: name, etag: this.program.etag };
      const program = await acceptAssessment(this.program, name, this.#accepting.keyFor(request));
      this.#accepting.settled();
      return program;
    });

  async #run(step: () => Promise<Program>): Promise<void> {
    this.problem = undefined;
    this.busy = true;
    try {
      const detail = await step();
      this.dispatchEvent(new CustomEvent('program-changed', { detail, bubbles: true, composed: true }));
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      if (this.problem.stale) {
        this.dispatchEvent(new CustomEvent('stale', { bubbles: true, composed: true }));
      }
    } finally {
      this.busy = false;
    }
  }
}
