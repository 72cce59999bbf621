import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Attempt } from '../api/attempt';
import { Problem } from '../api/problem';
import { listOutcomes } from '../api/programs';
import { getReview, recordReview } from '../api/reviews';
import type {
  CauseFinding,
  ChangeVerdict,
  MetricComparison,
  Outcome,
  Program,
  Review,
  ReviewPlan,
  Verdict,
} from '../api/types';
import { ProgramPart } from '../design/program-part';
import { base } from '../ui/base';
import { count, words } from '../ui/words';
import { inUnit } from './measured';
import './metric-scale';

interface Reviewed {
  readonly outcomes: readonly Outcome[];
  /** Of the chosen run; not set before there is one. */
  readonly review: Review | undefined;
}

const VERDICTS: Record<Verdict, readonly [text: string, tone: string]> = {
  MET: ['reached', 'good'],
  MET_UNSURE: ['reached, unsure', 'good'],
  MISSED_UNSURE: ['missed, unsure', 'warn'],
  MISSED: ['missed', 'bad'],
  NOT_MEASURED: ['not measured', ''],
};

const CAUSES: Record<CauseFinding['cause'], string> = {
  WORKFLOW: 'The mix of live and self-paced',
  CONTENT: 'The content',
  FACILITATION: 'Facilitation and feedback',
  TECHNOLOGY: 'Tools and connections',
};

/** What a run measured against targets and earlier runs, why, and what was concluded. Sends `program-changed`. */
@customElement('review-section')
export class ReviewSection extends ProgramPart<Reviewed> {
  static override styles = [
    base,
    css`
      .measures {
        display: grid;
        gap: 0.9rem 2rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
        list-style: none;
      }

      .measures li {
        display: grid;
        align-content: start;
        gap: 0.2rem;
        padding-top: 0.8rem;
        border-top: 1px solid var(--line);
      }

      .key {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.2rem;
      }

      .key span::before {
        display: inline-block;
        width: 10px;
        height: 10px;
        margin-right: 0.4rem;
        border-radius: 50%;
        content: '';
      }

      .key .run::before {
        background: var(--accent);
      }

      .key .sure::before {
        width: 20px;
        height: 8px;
        border-radius: 0;
        background: color-mix(in srgb, var(--accent) 35%, var(--surface));
      }

      .key .before::before {
        border: 2px solid var(--ink-soft);
      }

      .key .target::before {
        width: 0;
        height: 14px;
        border-left: 2px dashed var(--ink);
        border-radius: 0;
        vertical-align: middle;
      }

      .causes {
        display: grid;
        gap: 0.8rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        list-style: none;
      }

      .causes > li {
        display: grid;
        align-content: start;
        gap: 0.35rem;
        padding: 0.8rem 0.9rem;
        border: 1px solid var(--line);
        border-top: 4px solid var(--line);
        border-radius: 8px;
      }

      .causes > .likely {
        border-top-color: var(--warn);
      }

      .causes > .unlikely {
        border-top-color: var(--good);
      }

      .causes ul,
      .advice {
        padding-left: 1.1rem;
      }

      form {
        display: grid;
        gap: 0.8rem;
      }

      .date {
        max-width: 14rem;
      }

      select {
        width: auto;
        max-width: 100%;
      }
    `,
  ];

  @state() private outcome = '';
  @state() private busy = false;
  @state() private refusal: Problem | undefined;
  #attempt = new Attempt();

  protected override async read(program: Program): Promise<Reviewed> {
    const outcomes = await listOutcomes(program.name);
    return { outcomes, review: outcomes.length === 0 ? undefined : await getReview(program.name, this.outcome) };
  }

  override render() {
    const found = this.found;
    return html`
      <div class="card stack">
        <div class="row spread">
          <h2>Review</h2>
          ${found?.review && found.outcomes.length > 1 ? this.#choice(found.outcomes, found.review) : nothing}
        </div>
        ${this.program.review ? plan(this.program.review) : nothing}
        ${found === undefined
          ? this.waiting('Comparing')
          : found.review === undefined
            ? html`<p class="soft">Once a cohort has reported, its results are compared here with the targets.</p>`
            : this.#review(found.review)}
      </div>
    `;
  }

  #choice(outcomes: readonly Outcome[], review: Review) {
    return html`<span class="row">
      <label for="run">Run</label>
      <select id="run" @change=${this.#choose}>
        ${outcomes.map(
          (outcome) =>
            html`<option value=${outcome.name} ?selected=${outcome.name === review.outcome}>${outcome.cohort}</option>`,
        )}
      </select>
    </span>`;
  }

  #review(review: Review) {
    const diagnosis = review.diagnosis ?? [];
    const advice = review.advice ?? [];
    return html`
      <p class="key small soft" aria-hidden="true">
        <span class="run">this run</span> <span class="sure">where it may truly lie (95 %)</span>
        <span class="before">earlier runs</span> <span class="target">target</span>
      </p>
      <ul class="measures">
        ${(review.comparisons ?? []).map(measure)}
      </ul>
      ${diagnosis.length === 0
        ? html`<p><span class="chip good">no goal was missed</span></p>`
        : html`<h3>Why a goal may have been missed</h3>
            <ul class="causes">
              ${diagnosis.map(cause)}
            </ul>`}
      ${advice.length === 0
        ? nothing
        : html`<div class="note plain">
            <h4>What to do next</h4>
            <ul class="advice">
              ${advice.map((each) => html`<li>${each}</li>`)}
            </ul>
          </div>`}
      <h3>What you conclude</h3>
      <form @submit=${this.#record}>
        <div class="field">
          <label for="conclusion">What is done next, and why</label>
          <textarea id="conclusion" name="conclusion" rows="2" required maxlength="4000"></textarea>
        </div>
        <div class="field date">
          <label for="next">Looked at again on</label>
          <input id="next" name="next" type="date" />
          <span class="small soft">Left out, in twelve weeks.</span>
        </div>
        <problem-note .problem=${this.refusal}></problem-note>
        <div><button class="primary" ?disabled=${this.busy}>Record the review</button></div>
      </form>
    `;
  }

  readonly #choose = (event: Event): void => {
    this.outcome = (event.target as HTMLSelectElement).value;
    void this.load();
  };

  readonly #record = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const conclusion = {
      outcome: this.found?.review?.outcome ?? '',
      conclusion: String(form.get('conclusion')).trim(),
      nextDate: String(form.get('next') ?? ''),
    };
    this.refusal = undefined;
    this.busy = true;
    try {
      const key = this.#attempt.keyFor({ ...conclusion, etag: this.program.etag });
      const detail = await recordReview(this.program, conclusion, key);
      this.#attempt.settled();
      element.reset();
      this.dispatchEvent(new CustomEvent('program-changed', { detail, bubbles: true, composed: true }));
    } catch (thrown) {
      this.refusal = Problem.of(thrown);
      if (this.refusal.stale) {
        this.dispatchEvent(new CustomEvent('stale', { bubbles: true, composed: true }));
      }
    } finally {
      this.busy = false;
    }
  };
}

function plan(review: ReviewPlan) {
  return html`<p class="small soft">
    ${review.dueDate ? html`To be looked at on <b>${review.dueDate}</b>.` : nothing}
    ${review.conclusion ? html`Concluded last: “${review.conclusion}”` : nothing}
  </p>`;
}

function measure(comparison: MetricComparison) {
  const { unit = '', value, target = 0, earlier } = comparison;
  const [verdict, tone] = VERDICTS[comparison.verdict];
  return html`<li>
    <div class="row spread">
      <h4>${sentence(comparison.metric)}</h4>
      <span class="chip ${tone}">${verdict}</span>
    </div>
    <p><b>${value === undefined ? '–' : inUnit(value, unit)}</b> <span class="small">of ${inUnit(target, unit)} aimed at</span></p>
    <p class="small soft">
      ${[
        against('what was before', comparison.baselineDifference, comparison.baselineChange, unit),
        earlier ? against(count(earlier.runs ?? 0, 'earlier run'), earlier.difference, earlier.change, unit) : '',
      ]
        .filter((said) => said !== '')
        .join(' · ')}
    </p>
    <metric-scale .comparison=${comparison}></metric-scale>
    ${(comparison.notes ?? []).map((note) => html`<p class="small soft">${note}</p>`)}
  </li>`;
}

function against(what: string, difference: number | undefined, change: ChangeVerdict | undefined, unit: string): string {
  if (difference === undefined) {
    return '';
  }
  const said = { BETTER: 'better', WORSE: 'worse', NOT_CLEAR: 'may be chance' }[change ?? 'NOT_CLEAR'];
  const points = unit === 'percent' ? `${Math.round(Math.abs(difference) * 10) / 10} points` : inUnit(Math.abs(difference), unit);
  return `${points} ${difference < 0 ? 'below' : 'above'} ${what}: ${said}`;
}

function cause(finding: CauseFinding) {
  const list = (title: string, items: readonly string[] | undefined) =>
    items === undefined || items.length === 0
      ? nothing
      : html`<div>
          <span class="soft">${title}</span>
          <ul>
            ${items.map((item) => html`<li>${item}</li>`)}
          </ul>
        </div>`;
  const tone = { LIKELY: 'warn', UNLIKELY: 'good', UNKNOWN: '' }[finding.likelihood];
  return html`<li class="small ${finding.likelihood.toLowerCase()}">
    <span><span class="chip ${tone}">${words(finding.likelihood)}</span></span>
    <h4>${CAUSES[finding.cause]}</h4>
    ${list('For it', finding.signs)} ${list('Against it', finding.against)} ${list('To measure', finding.toMeasure)}
  </li>`;
}

function sentence(name: string): string {
  const said = words(name);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
