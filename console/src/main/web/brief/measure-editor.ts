import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base';
import type { Answers } from './answers';
import type { Mistake } from './brief-question';
import { answerOf, numberIn, textIn, withField } from './given';

interface Measure {
  readonly metric: string;
  readonly label: string;
  readonly unit: string;
  readonly target: number;
}

/** The five metrics with their units and a target to begin with. */
const MEASURES: readonly Measure[] = [
  { metric: 'COMPLETION', label: 'Who completes', unit: 'percent', target: 80 },
  { metric: 'ASSESSMENT_SCORE', label: 'Result of tests', unit: 'percent', target: 75 },
  { metric: 'SATISFACTION', label: 'What learners say', unit: 'points', target: 4 },
  { metric: 'TIME_TO_PROFICIENCY', label: 'Time until they work unaided', unit: 'days', target: 30 },
  { metric: 'APPLICATION', label: 'Use on the job', unit: 'percent', target: 60 },
];

/** Success metrics: each can be taken in once, with a target and what it is compared with. Sends `answer` with all. */
@customElement('measure-editor')
export class MeasureEditor extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: 0.6rem;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.6rem;
        padding: 0.6rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: 8px;
      }

      .check {
        align-items: center;
        font-size: 1rem;
        font-weight: 550;
      }

      .check input {
        margin: 0;
      }

      .details {
        display: grid;
        gap: 0.6rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr));
      }

      .details label {
        color: var(--ink-soft);
        font-weight: 400;
      }

      .wide {
        grid-column: span 2;
      }

      @media (max-width: 30rem) {
        .wide {
          grid-column: auto;
        }
      }

      .mistake {
        color: var(--bad);
        font-size: 0.9rem;
        font-weight: 550;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly Answers[] = [];
  @property({ attribute: false }) mistakes: readonly Mistake[] = [];

  focusAnswer(): void {
    this.renderRoot.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }

  override render() {
    return html`<ul>
      ${MEASURES.map((measure) => this.#measure(measure))}
    </ul>`;
  }

  #measure(measure: Measure) {
    const index = this.rows.findIndex((row) => row['metric'] === measure.metric);
    const row = this.rows[index];
    const wrong = this.mistakes.filter((mistake) => row !== undefined && mistake.field.includes(`[${index}]`));
    return html`
      <li>
        <label class="check">
          <input type="checkbox" .checked=${row !== undefined} @change=${(event: Event) => this.#toggle(measure, event)} />
          ${measure.label}
        </label>
        ${row === undefined
          ? ''
          : html`<div class="details">
              ${this.#number(measure, index, 'target', `Target, ${measure.unit}`, row)}
              ${this.#number(measure, index, 'baseline', 'Before', row)}
              <div class="field">
                <label for="${measure.metric}-kind">"Before" is</label>
                <select
                  id="${measure.metric}-kind"
                  @change=${(event: Event) => this.#set(index, 'baselineKind', textIn(event))}
                >
                  <option value="EARLIER_RUN" ?selected=${row['baselineKind'] !== 'BENCHMARK'}>an earlier run</option>
                  <option value="BENCHMARK" ?selected=${row['baselineKind'] === 'BENCHMARK'}>usual elsewhere</option>
                </select>
              </div>
              <div class="field wide">
                <label for="${measure.metric}-source">Where that is from</label>
                <input
                  id="${measure.metric}-source"
                  maxlength="200"
                  .value=${String(row['baselineSource'] ?? '')}
                  @input=${(event: Event) => this.#set(index, 'baselineSource', textIn(event))}
                />
              </div>
            </div>`}
        ${wrong.map((mistake) => html`<p class="mistake">${mistake.text}</p>`)}
      </li>
    `;
  }

  #number(measure: Measure, index: number, field: string, label: string, row: Answers) {
    return html`
      <div class="field">
        <label for="${measure.metric}-${field}">${label}</label>
        <input
          id="${measure.metric}-${field}"
          type="number"
          inputmode="decimal"
          min="0"
          step="any"
          .value=${String(row[field] ?? '')}
          @input=${(event: Event) => this.#set(index, field, numberIn(event))}
        />
      </div>
    `;
  }

  #toggle(measure: Measure, event: Event): void {
    const taken = (event.target as HTMLInputElement).checked;
    const { metric, unit, target } = measure;
    const rows = taken
      ? [...this.rows, { metric, unit, target }]
      : this.rows.filter((row) => row['metric'] !== metric);
    answerOf(this, rows.length === 0 ? undefined : rows);
  }

  #set(index: number, field: string, value: unknown): void {
    answerOf(this, withField(this.rows, index, field, value));
  }
}
