import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { costsOf } from '../api/design';
import type { CostAssumption, CostComparison, CostDriver, CostQuestion, Program, WorkflowCost } from '../api/types';
import { base } from '../ui/base';
import { words, workflowName } from '../ui/words';
import './break-even-chart';
import './cost-bars';
import { fractionDigits, minor, money } from './money';
import { ProgramPart } from './program-part';

/** What people usually know; everything else can be sent over the API. */
const ASKED: readonly { readonly input: string; readonly label: string; readonly money?: boolean }[] = [
  { input: 'LEARNERS', label: 'Learners in a cohort' },
  { input: 'COHORTS', label: 'Cohorts' },
  { input: 'CONTENT_MINUTES', label: 'Minutes of content' },
  { input: 'PRODUCER_HOUR', label: 'An hour of a producer', money: true },
  { input: 'FACILITATOR_HOUR', label: 'An hour of a facilitator', money: true },
  { input: 'LEARNER_HOUR', label: 'An hour of a learner', money: true },
  { input: 'FEEDBACK_MINUTES', label: 'Minutes of feedback for a learner' },
  { input: 'PLATFORM_LICENCE', label: 'Platform licence for a learner', money: true },
  { input: 'LIVE_LICENCE', label: 'Live licences for a cohort', money: true },
  { input: 'LEARNER_SUPPORT', label: 'Support for a learner', money: true },
  { input: 'SESSION_SUPPORT', label: 'Support for a session', money: true },
];

const DRIVERS = 4;

/** What the workflows cost side by side, from where on which is cheaper, and what that rests on. */
@customElement('cost-section')
export class CostSection extends ProgramPart<CostComparison> {
  static override styles = [
    base,
    css`
      form {
        display: grid;
        gap: 0.9rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
        align-items: end;
      }

      .wide {
        grid-column: 1 / -1;
      }

      ul {
        display: grid;
        gap: 0.35rem;
        padding-left: 1.1rem;
      }

      .drivers {
        display: grid;
        gap: 1rem 1.6rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      }

      details > *:not(summary) {
        margin-top: 0.7rem;
      }
    `,
  ];

  @state() private stated: CostQuestion = {};
  @query('form') private form!: HTMLFormElement;

  protected override read(program: Program): Promise<CostComparison> {
    return costsOf(program.name, this.stated);
  }

  override render() {
    const costs = this.found;
    return html`
      <div class="card stack">
        <h2>Costs</h2>
        ${costs === undefined
          ? this.waiting('Reckoning the costs')
          : html`
              ${(costs.missing ?? []).length > 0 ? this.#missing(costs) : this.#compared(costs)} ${this.#form(costs)}
              ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
              ${this.#assumptions(costs)}
            `}
      </div>
    `;
  }

  #missing(costs: CostComparison) {
    return html`
      <p>Before anything can be reckoned, these have to be known:</p>
      <ul>
        ${(costs.missing ?? []).map((each) => html`<li><b>${label(each.input)}</b>: ${each.expected}</li>`)}
      </ul>
    `;
  }

  #compared(costs: CostComparison) {
    const currency = costs.currencyCode;
    const learners = costs.assumptions?.find((each) => each.input === 'LEARNERS')?.likely ?? 0;
    const production = costs.production;
    return html`
      ${(costs.warnings ?? []).map((warning) => html`<p class="note">${warning.text}</p>`)}
      <cost-bars .workflows=${costs.workflows ?? []} .currency=${currency}></cost-bars>
      <h3>From how many learners on</h3>
      <break-even-chart
        .curve=${costs.curve ?? []}
        .breakEvens=${costs.breakEvens ?? []}
        .learners=${learners}
        .currency=${currency}
      ></break-even-chart>
      <ul class="small">
        ${(costs.breakEvens ?? []).map((each) => html`<li>${inOurWords(each.text ?? '')}</li>`)}
      </ul>
      ${production
        ? html`<p class="small">
            ${production.finishedMinutes} finished minutes of recordings usually take ${production.likelyHours} hours of work,
            ${production.lowHours} to
            ${production.highHours}${production.capacityHours === undefined
              ? nothing
              : html`; the editors have ${production.capacityHours}`}.
          </p>`
        : nothing}
      <details>
        <summary>What drives it</summary>
        <div class="drivers">${(costs.workflows ?? []).map((workflow) => drivers(workflow, currency))}</div>
      </details>
    `;
  }

  #form(costs: CostComparison) {
    const currency = costs.currencyCode;
    return html`
      <details ?open=${(costs.missing ?? []).length > 0}>
        <summary>Put in what you know</summary>
        <form @submit=${this.#ask}>
          <div class="field">
            <label for="currency">Currency</label>
            <input id="currency" name="currency" maxlength="3" pattern="[A-Z]{3}" placeholder="USD" .value=${currency} />
          </div>
          ${ASKED.map((each) => {
            const value = costs.assumptions?.find((known) => known.input === each.input);
            const stated = value?.origin === 'STATED' ? shown(value, each.money, currency) : '';
            return html`<div class="field">
              <label for=${each.input}>${each.label}${each.money ? `, ${currency}` : ''}</label>
              <input
                id=${each.input}
                name=${each.input}
                type="number"
                min="0"
                step=${each.money ? 'any' : '1'}
                placeholder=${value ? shown(value, each.money, currency) : ''}
                .value=${stated}
              />
            </div>`;
          })}
          <div class="wide"><button class="primary">Reckon again</button></div>
        </form>
      </details>
    `;
  }

  #assumptions(costs: CostComparison) {
    return html`
      <details>
        <summary>Everything it rests on</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="Assumptions">
          <table>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" class="number">Low</th>
                <th scope="col" class="number">Likely</th>
                <th scope="col" class="number">High</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              ${(costs.assumptions ?? []).map(
                (each) => html`<tr>
                  <th scope="row">${label(each.input)}</th>
                  <td class="number">${(each.low ?? 0).toLocaleString('en')}</td>
                  <td class="number">${(each.likely ?? 0).toLocaleString('en')}</td>
                  <td class="number">${(each.high ?? 0).toLocaleString('en')}</td>
                  <td class="small">${words(each.origin ?? '')}${each.source ? html`: ${each.source}` : nothing}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <p class="small soft">Prices in minor units of ${costs.currencyCode}, such as cents.</p>
      </details>
    `;
  }

  readonly #ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const entries = new FormData(this.form);
    const currencyCode = String(entries.get('currency') ?? '');
    const minors = 10 ** digits(currencyCode);
    const assumptions = ASKED.flatMap((each) => {
      const text = String(entries.get(each.input) ?? '');
      return text === '' ? [] : [{ input: each.input, likely: Math.round(Number(text) * (each.money ? minors : 1)) }];
    });
    this.stated = { currencyCode, assumptions };
    void this.load();
  };
}

function drivers(workflow: WorkflowCost, currency: string) {
  return html`
    <div class="stack tight">
      <h4>${workflowName(workflow.workflow)}</h4>
      <ul class="small">
        ${(workflow.drivers ?? []).slice(0, DRIVERS).map(
          (driver) => html`<li>
            <b>${label(driver.input)}</b> from ${(driver.low ?? 0).toLocaleString('en')} to
            ${(driver.high ?? 0).toLocaleString('en')}${driver.range ? '' : ' (about a quarter either way)'}:
            ${money(span(driver), currency)} between them
          </li>`,
        )}
      </ul>
    </div>
  `;
}

function span(driver: CostDriver): number {
  return Math.abs(minor(driver.totalAtHighMinor) - minor(driver.totalAtLowMinor));
}

function label(input: string): string {
  return input === 'LIVE_PERMILLE' ? `live share of a blend, in thousandths` : words(input);
}

function shown(assumption: CostAssumption, isMoney: boolean | undefined, currency: string): string {
  const value = assumption.likely ?? 0;
  return isMoney ? (value / 10 ** digits(currency)).toString() : value.toString();
}

/** The API says SYNCHRONOUS and ASYNCHRONOUS, the console live and self-paced. */
function inOurWords(text: string): string {
  return text
    .replaceAll('Asynchronous', workflowName('ASYNCHRONOUS'))
    .replaceAll('Synchronous', workflowName('SYNCHRONOUS'));
}

function digits(currency: string): number {
  try {
    return fractionDigits(currency);
  } catch {
    return 2;
  }
}
