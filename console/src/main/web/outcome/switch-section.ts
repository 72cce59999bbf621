import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { assessProgram, getProgram } from '../api/programs';
import { listAssessments, switchWorkflow } from '../api/reviews';
import type { Assessment, Program, WorkflowSwitch } from '../api/types';
import { ProgramPart } from '../design/program-part';
import { base } from '../ui/base';
import { workflowName } from '../ui/words';

/** A change of workflow in the middle: by which assessment, and how it is explained. Sends `program-changed`. */
@customElement('switch-section')
export class SwitchSection extends ProgramPart<readonly Assessment[]> {
  static override styles = [
    base,
    css`
      form {
        display: grid;
        gap: 0.9rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
      }

      .wide {
        grid-column: 1 / -1;
      }

      select {
        max-width: 26rem;
      }

      details > form {
        margin-top: 0.9rem;
      }

      dl {
        display: grid;
        gap: 0.2rem 1.2rem;
        grid-template-columns: minmax(0, 1fr);
      }

      dt {
        color: var(--ink-soft);
        font-size: 0.875rem;
      }

      dd + dt {
        margin-top: 0.4rem;
      }

      ul {
        padding-left: 1.1rem;
      }

      @media (min-width: 40rem) {
        dl {
          grid-template-columns: 11rem minmax(0, 1fr);
        }

        dd + dt {
          margin: 0;
        }
      }
    `,
  ];

  @state() private busy = false;
  @state() private refusal: Problem | undefined;
  #assessing = new Attempt();
  #switching = new Attempt();

  protected override read(program: Program): Promise<readonly Assessment[]> {
    return listAssessments(program.name);
  }

  override render() {
    const made = this.program.switches ?? [];
    return html`
      <div class="card stack">
        <h2>Switch in the middle</h2>
        ${made.length > 0
          ? made.map((each) => this.#made(each))
          : html`<p>
                A program that runs can go on in another form, <b>once</b>: a second switch would cost the trust of those
                who take part, and is refused. Sessions and assets of the launch stay as they are.
              </p>
              ${this.found === undefined ? this.waiting('Looking for other assessments') : this.#possible(this.found)}`}
        <problem-note .problem=${this.refusal}></problem-note>
      </div>
    `;
  }

  #made(made: WorkflowSwitch) {
    const from = this.#recommendedBy(made.fromAssessment);
    const to = this.#recommendedBy(made.toAssessment);
    return html`
      <p class="row">
        ${from === undefined || to === undefined
          ? nothing
          : html`<span class="chip ${from.toLowerCase()}">${workflowName(from)}</span> →
              <span class="chip ${to.toLowerCase()}">${workflowName(to)}</span>`}
        ${made.time ? html`<span class="soft small">${new Date(made.time).toLocaleDateString()}</span>` : nothing}
      </p>
      <dl>
        <dt>Why</dt>
        <dd>${made.reason}</dd>
        <dt>How learners are told</dt>
        <dd>${made.communication}</dd>
        <dt>Deadlines</dt>
        <dd>${made.deadlines}</dd>
        <dt>Expected from now on</dt>
        <dd>${made.interaction}</dd>
      </dl>
      <ul class="small">
        ${(made.disruption ?? []).map((each) => html`<li>${each}</li>`)}
      </ul>
      <p class="note">The program was switched once. It is not switched again; the next cohort can begin in another form.</p>
    `;
  }

  #recommendedBy(assessment: string) {
    return this.found?.find((each) => each.name === assessment)?.recommended;
  }

  #possible(assessments: readonly Assessment[]) {
    const others = assessments.filter((each) => each.name !== this.program.acceptedAssessment).reverse();
    if (others.length === 0) {
      return html`
        <p class="soft">
          There is one assessment, and the program runs by it. Change the description to what is known now, then assess it
          again.
        </p>
        <p><button ?disabled=${this.busy} @click=${this.#assess}>Assess the description as it is</button></p>
      `;
    }
    return html`
      <details>
        <summary>Plan the switch</summary>
        <form @submit=${this.#switch}>
          <div class="field wide">
            <label for="assessment">Go on by</label>
            <select id="assessment" name="assessment">
              ${others.map((each) => html`<option value=${each.name}>${said(each)}</option>`)}
            </select>
          </div>
          ${question('reason', 'Why')} ${question('communication', 'How and when learners are told')}
          ${question('deadlines', 'Which deadlines move, and to when')}
          ${question('interaction', 'What is expected of learners from now on')}
          <div class="row wide">
            <button class="primary" ?disabled=${this.busy}>Switch, once and for all</button>
            <button type="button" ?disabled=${this.busy} @click=${this.#assess}>Assess again</button>
          </div>
        </form>
      </details>
    `;
  }

  readonly #assess = (): Promise<void> =>
    this.#run(async () => {
      const request = { assess: this.program.name, etag: this.program.etag };
      await assessProgram(this.program, this.#assessing.keyFor(request));
      this.#assessing.settled();
      return getProgram(this.program.name);
    });

  readonly #switch = (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const plan = {
      assessment: text('assessment'),
      reason: text('reason'),
      communication: text('communication'),
      deadlines: text('deadlines'),
      interaction: text('interaction'),
    };
    return this.#run(async () => {
      const key = this.#switching.keyFor({ ...plan, etag: this.program.etag });
      const program = await switchWorkflow(this.program, plan, key);
      this.#switching.settled();
      return program;
    });
  };

  async #run(step: () => Promise<Program>): Promise<void> {
    this.refusal = undefined;
    this.busy = true;
    try {
      const detail = await step();
      this.dispatchEvent(new CustomEvent('program-changed', { detail, bubbles: true, composed: true }));
    } catch (thrown) {
      this.refusal = Problem.of(thrown);
      if (this.refusal.stale) {
        this.dispatchEvent(new CustomEvent('stale', { bubbles: true, composed: true }));
      }
    } finally {
      this.busy = false;
    }
  }
}

function question(name: string, label: string) {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <textarea id=${name} name=${name} rows="2" required maxlength="2000"></textarea>
  </div>`;
}

function said(assessment: Assessment): string {
  const when = assessment.createTime ? `, of ${new Date(assessment.createTime).toLocaleString()}` : '';
  return `${workflowName(assessment.recommended)}${when}`;
}
