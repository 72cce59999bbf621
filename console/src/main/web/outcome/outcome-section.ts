import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { listOutcomes, recordOutcome } from '../api/programs';
import type { Outcome, OutcomeDraft, Program, Signals } from '../api/types';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { words } from '../ui/words';

const SIGNALS = [
  ['mixRating', 'The mix, rated 1 to 5'],
  ['liveAttendancePercent', 'Came to live sessions, in percent'],
  ['selfPacedStartedPercent', 'Began the self-paced part, in percent'],
  ['contentRating', 'The content, rated 1 to 5'],
  ['facilitationRating', 'Who led it, rated 1 to 5'],
  ['feedbackDays', 'Days until feedback came'],
  ['technologyRating', 'Tools and connections, rated 1 to 5'],
  ['technicalProblemPercent', 'Had a technical problem, in percent'],
] as const;

/** What cohorts measured, and the form to record one more. Sends `outcome-recorded`. */
@customElement('outcome-section')
export class OutcomeSection extends LitElement {
  static override styles = [
    base,
    css`
      form,
      .fields {
        display: grid;
        gap: 0.9rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
        align-items: end;
      }

      .run {
        white-space: nowrap;
      }

      .wide {
        grid-column: 1 / -1;
      }

      .fields {
        margin-top: 0.8rem;
      }
    `,
  ];

  @property({ attribute: false }) program!: Program;
  @state() private outcomes: readonly Outcome[] | undefined;
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  @query('form') private form!: HTMLFormElement;
  #attempt = new Attempt();
  #loadedFor = '';

  override willUpdate(): void {
    if (this.program.name !== this.#loadedFor) {
      this.#loadedFor = this.program.name;
      void this.#load();
    }
  }

  override render() {
    return html`
      <div class="card stack">
        <h2>Outcomes</h2>
        ${this.outcomes === undefined
          ? this.problem
            ? nothing
            : html`<loading-line label="Loading outcomes"></loading-line>`
          : this.#table(this.outcomes)}
        <h3>Record what a cohort measured</h3>
        ${this.#targets()}
        <form @submit=${this.#record}>
          ${field('cohort', 'Cohort', 'text', { required: true })} ${field('startDate', 'First day', 'date', { required: true })}
          ${field('endDate', 'Last day', 'date', { required: true })}
          ${field('enrolled', 'People enrolled', 'number', { required: true, step: '1' })}
          ${field('completed', 'of them completed', 'number', { required: true, step: '1' })}
          ${field('assessmentScore', 'Mean test result, in percent', 'number', {})}
          ${field('satisfaction', 'Satisfaction, 1 to 5', 'number', {})}
          ${field('timeToProficiencyDays', 'Days until proficient', 'number', {})}
          ${field('applicationPercent', 'Use it on the job, in percent', 'number', {})}
          <details class="wide">
            <summary>How sure that is, and what may be amiss</summary>
            <p class="small soft">
              With the number of answers and how far they are apart, the review can tell chance from change. With the
              signs it can tell causes apart.
            </p>
            <div class="fields">
              ${field('assessedCount', 'People tested', 'number', { step: '1' })}
              ${field('assessmentScoreDeviation', 'Standard deviation of results', 'number', {})}
              ${field('satisfactionCount', 'People asked for satisfaction', 'number', { step: '1' })}
              ${field('satisfactionDeviation', 'Standard deviation of it', 'number', {})}
              ${field('applicationCount', 'People asked about the job', 'number', { step: '1' })}
              ${SIGNALS.map(([name, label]) => field(name, label, 'number', {}))}
            </div>
          </details>
          <div class="field wide">
            <label for="notes">Notes</label>
            <textarea id="notes" name="notes" rows="2"></textarea>
          </div>
          <problem-note class="wide" .problem=${this.problem}></problem-note>
          <div class="wide">
            <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Recording…' : 'Record the outcome'}</button>
          </div>
        </form>
      </div>
    `;
  }

  #targets() {
    const targets = (this.program.successMetrics ?? []).map(
      (metric) => `${words(metric.metric)} ${metric.target ?? 0} ${metric.unit}`,
    );
    return targets.length === 0
      ? nothing
      : html`<p class="small soft">Targets set before the launch: ${targets.join(' · ')}.</p>`;
  }

  #table(outcomes: readonly Outcome[]) {
    if (outcomes.length === 0) {
      return html`<p class="soft">No cohort has reported yet.</p>`;
    }
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Outcomes">
        <table>
          <thead>
            <tr>
              <th scope="col">Cohort</th>
              <th scope="col">Run</th>
              <th scope="col" class="number">Completed</th>
              <th scope="col" class="number">Tests</th>
              <th scope="col" class="number">Satisfaction</th>
              <th scope="col" class="number">Proficient after</th>
              <th scope="col" class="number">On the job</th>
            </tr>
          </thead>
          <tbody>
            ${outcomes.map(
              (outcome) => html`<tr>
                <th scope="row">${outcome.cohort}</th>
                <td class="run">${outcome.startDate} to ${outcome.endDate}</td>
                <td class="number">
                  ${outcome.completed ?? 0} of ${outcome.enrolled} (${(outcome.completionPercent ?? 0).toFixed(1)} %)
                </td>
                <td class="number">${measured(outcome.assessmentScore, ' %')}</td>
                <td class="number">${measured(outcome.satisfaction, '')}</td>
                <td class="number">${measured(outcome.timeToProficiencyDays, ' days')}</td>
                <td class="number">${measured(outcome.applicationPercent, ' %')}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  readonly #load = async (): Promise<void> => {
    try {
      this.outcomes = await listOutcomes(this.program.name);
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };

  readonly #record = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.problem = undefined;
    this.busy = true;
    try {
      const draft = draftOf(new FormData(this.form));
      await recordOutcome(this.program.name, draft, this.#attempt.keyFor(draft));
      this.#attempt.settled();
      this.form.reset();
      await this.#load();
      this.dispatchEvent(new CustomEvent('outcome-recorded', { bubbles: true, composed: true }));
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      this.busy = false;
    }
  };
}

function field(name: string, label: string, type: string, rules: { required?: boolean; step?: string }) {
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        name=${name}
        type=${type}
        ?required=${rules.required === true}
        step=${type === 'number' ? (rules.step ?? 'any') : nothing}
      />
    </div>
  `;
}

function draftOf(form: FormData): OutcomeDraft {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const optional = (name: string) => (text(name) === '' ? {} : { [name]: Number(text(name)) });
  const signals: Signals = Object.assign({}, ...SIGNALS.map(([name]) => optional(name)));
  return {
    cohort: text('cohort'),
    startDate: text('startDate'),
    endDate: text('endDate'),
    enrolled: Number(text('enrolled')),
    completed: Number(text('completed')),
    ...optional('assessmentScore'),
    ...optional('satisfaction'),
    ...optional('timeToProficiencyDays'),
    ...optional('applicationPercent'),
    ...optional('assessedCount'),
    ...optional('assessmentScoreDeviation'),
    ...optional('satisfactionCount'),
    ...optional('satisfactionDeviation'),
    ...optional('applicationCount'),
    ...(Object.keys(signals).length === 0 ? {} : { signals }),
    ...(text('notes') === '' ? {} : { notes: text('notes') }),
  };
}

function measured(value: number | undefined, unit: string): string {
  return value === undefined ? '–' : `${value}${unit}`;
}
