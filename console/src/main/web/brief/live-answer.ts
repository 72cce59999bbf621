import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../decision/score-bars';
import type { Problem } from '../api/problem';
import type { Assessment, ChangedFact, FeasibilityGap, Flip, MissingFact } from '../api/types';
import { base } from '../ui/base';
import '../ui/problem-note';
import { WORKFLOWS, signed, workflowName } from '../ui/words';
import { questionForFact, saidValue } from './catalogue';
import { scoreOf, type Change, type ChangedReason } from './change';

const MISSING_SHOWN = 5;
const REASONS_SHOWN = 3;

/** What a brief would be answered as it stands. Sends `jump` with the path of a question to go to. */
@customElement('live-answer')
export class LiveAnswer extends LitElement {
  static override styles = [
    base,
    css`
      .card {
        display: grid;
        gap: 1.1rem;
        grid-template-columns: minmax(0, 1fr);
      }

      .answer {
        padding: 0.8rem 1rem;
        border-left: 6px solid var(--tone);
        border-radius: 0 8px 8px 0;
        background: var(--tone-soft);
      }

      .answer strong {
        display: block;
        color: var(--tone);
        font-size: 1.5rem;
        line-height: 1.25;
        letter-spacing: -0.015em;
      }

      .none {
        --tone: var(--ink-soft);
        --tone-soft: var(--surface-sunk);
      }

      .none strong {
        color: var(--ink);
        font-size: 1.15rem;
      }

      .synchronous {
        --tone: var(--live);
        --tone-soft: var(--live-soft);
      }

      .asynchronous {
        --tone: var(--paced);
        --tone-soft: var(--paced-soft);
      }

      .blended {
        --tone: var(--blend);
        --tone-soft: var(--blend-soft);
      }

      .old {
        opacity: 0.6;
      }

      section {
        display: grid;
        gap: 0.4rem;
        grid-template-columns: minmax(0, 1fr);
        padding-top: 1rem;
        border-top: 1px solid var(--line);
      }

      h3 {
        font-size: 0.95rem;
      }

      ul,
      ol {
        display: grid;
        gap: 0.4rem;
        list-style: none;
      }

      .missing {
        counter-reset: missing;
      }

      .missing li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.6rem;
        align-items: baseline;
        font-size: 0.925rem;
      }

      a {
        cursor: pointer;
      }

      .known {
        display: block;
        width: 100%;
        height: 8px;
      }

      .track {
        fill: var(--surface-sunk);
      }

      .bar {
        fill: var(--accent);
      }

      .flip {
        display: grid;
        gap: 0.3rem;
        justify-items: start;
      }

      .flip + .flip {
        margin-top: 0.3rem;
      }

      .flip ul {
        gap: 0.2rem;
        padding-left: 1.1rem;
        list-style: disc;
      }

      .reason {
        font-size: 0.925rem;
      }

      .remedies {
        margin-top: 0.4rem;
        padding-left: 1.1rem;
        list-style: disc;
      }

      details > ol {
        margin-top: 0.4rem;
      }

      @media (prefers-reduced-motion: no-preference) {
        .bar {
          transition: width 200ms ease;
        }

        .answer {
          transition: background-color 200ms ease;
        }
      }
    `,
  ];

  @property({ attribute: false }) assessment: Assessment | undefined;
  @property({ attribute: false }) change: Change | undefined;
  /** The questions whose answers made the change. */
  @property({ attribute: false }) changed: readonly string[] = [];
  @property({ attribute: false }) problem: Problem | undefined;
  /** The answer is on its way: what is shown is that of the brief before. */
  @property({ attribute: false }) waiting = false;
  /** Nothing can be asked before the objective is stated. */
  @property({ attribute: false }) unstated = false;

  override render() {
    return html`
      <p class="visually-hidden" role="status">${this.assessment && !this.unstated ? said(this.assessment) : ''}</p>
      <div class="card" aria-busy=${this.waiting ? 'true' : 'false'}>${this.#body()}</div>
    `;
  }

  #body() {
    const it = this.assessment;
    if (this.unstated) {
      return html`
        <div class="answer none">
          <span class="small">The answer as you describe</span>
          <strong>One sentence first</strong>
          <p class="small">
            ${this.#link('brief.objective.statement', 'What shall learners be able to do?')} From then on the answer is
            here, and follows each of yours.
          </p>
        </div>
      `;
    }
    if (it === undefined) {
      return this.problem
        ? html`<problem-note .problem=${this.problem}></problem-note>`
        : html`<loading-line label="Asking for the answer"></loading-line>`;
    }
    return html`
      ${this.#answer(it)}
      ${this.problem ? this.#stopped(this.problem) : nothing}
      <score-bars
        class=${this.waiting || this.problem ? 'old' : ''}
        .scores=${WORKFLOWS.map((workflow) => it.scores?.find((score) => score.workflow === workflow)!)}
        .change=${this.change?.points}
      ></score-bars>
      ${this.#lastAnswer(it)} ${this.#confidence(it)} ${this.#gaps(it)} ${this.#flips(it)}
    `;
  }

  #answer(it: Assessment) {
    const nothingYet = (it.contributions ?? []).length === 0;
    if (nothingYet) {
      return html`<div class="answer none">
        <span class="small">The answer as you describe</span>
        <strong>Nothing to go on yet</strong>
        <p class="small">No answer so far speaks for or against a workflow.</p>
      </div>`;
    }
    return html`
      <div class="answer ${it.recommended.toLowerCase()}">
        <span class="small">Recommended as it stands</span>
        <strong>${workflowName(it.recommended)}</strong>
        <p class="small">${margin(it)}</p>
      </div>
    `;
  }

  #stopped(problem: Problem) {
    return problem.status === 400
      ? html`<p class="note small">An answer has a mistake. This is the answer from before it.</p>`
      : html`<problem-note .problem=${problem}></problem-note>`;
  }

  #lastAnswer(it: Assessment) {
    const change = this.change;
    if (change === undefined) {
      return nothing;
    }
    const shown = change.reasons.slice(0, REASONS_SHOWN);
    const more = change.reasons.length - shown.length;
    return html`
      <section id="last">
        <h3>What your last answer did</h3>
        <p class="small soft">${this.changed.join(' · ')}</p>
        ${change.from === undefined || change.from === it.recommended
          ? nothing
          : html`<p class="small">
              <b>${workflowName(change.from)} before, ${workflowName(it.recommended).toLowerCase()} now.</b>
            </p>`}
        ${shown.length === 0
          ? html`<p class="small">No score has changed${change.percent > 0 ? ', and more is known' : ''}.</p>`
          : html`<ul>
              ${shown.map(reasonItem)}
            </ul>`}
        ${more > 0 ? html`<p class="small soft">and ${more} more</p>` : nothing}
      </section>
    `;
  }

  #gaps(it: Assessment) {
    const gaps = it.gaps ?? [];
    const warnings = it.warnings ?? [];
    if (gaps.length + warnings.length === 0) {
      return nothing;
    }
    return html`
      <section>
        <h3>What stands in the way</h3>
        <ul class="small">
          ${gaps.map(
            (gap) => html`<li>
              <span class="chip ${gap.severity === 'SHORTFALL' ? 'warn' : 'bad'}">${obstacle(gap)}</span> ${gap.missing}
            </li>`,
          )}
          ${warnings.map((warning) => html`<li><span class="chip warn">look at</span> ${warning.text}</li>`)}
        </ul>
        ${gaps.some((gap) => gap.remedy)
          ? html`<details class="small">
              <summary>How to close it</summary>
              <ul class="remedies">
                ${[...new Set(gaps.map((gap) => gap.remedy))].map((remedy) => html`<li>${remedy}</li>`)}
              </ul>
            </details>`
          : nothing}
      </section>
    `;
  }

  #confidence(it: Assessment) {
    const missing = it.confidence?.missing ?? [];
    const percent = it.confidence?.percent ?? 0;
    return html`
      <section id="missing">
        <div class="row spread">
          <h3>Known of what counts</h3>
          <b>${percent} %</b>
        </div>
        <svg class="known" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="track" width="100" height="8" />
          ${svg`<rect class="bar" width=${percent} height="8" />`}
        </svg>
        ${missing.length === 0
          ? html`<p class="small soft">Nothing that the rules ask for is missing.</p>`
          : html`
              <p class="small soft">Not answered yet, what weighs most first:</p>
              <ol class="missing">
                ${missing.slice(0, MISSING_SHOWN).map((fact) => this.#missing(fact))}
              </ol>
              ${missing.length > MISSING_SHOWN
                ? html`<details class="small">
                    <summary>and ${missing.length - MISSING_SHOWN} more</summary>
                    <ol class="missing">
                      ${missing.slice(MISSING_SHOWN).map((fact) => this.#missing(fact))}
                    </ol>
                  </details>`
                : nothing}
            `}
      </section>
    `;
  }

  #missing(fact: MissingFact) {
    const weight = fact.weightPercent ?? 0;
    return html`<li>
      ${this.#link(questionForFact(fact.fact)?.path, fact.question ?? fact.fact)}
      <span class="soft">${weight === 0 ? '< 1' : weight} %</span>
    </li>`;
  }

  #flips(it: Assessment) {
    const flips = it.stability?.flips ?? [];
    if ((it.contributions ?? []).length === 0) {
      return nothing;
    }
    const size = flips[0]?.changes?.length ?? 0;
    return html`
      <section>
        <h3>How far from another answer</h3>
        ${flips.length === 0
          ? html`<p class="small">No other values of up to ${it.stability?.searchedFacts ?? 0} facts would change it.</p>`
          : html`
              <p class="small soft">
                ${size === 1 ? 'One other answer of yours would be enough:' : `It would take ${size} other answers of yours:`}
              </p>
              <ul class="small">
                ${flips.map((flip) => this.#flip(flip))}
              </ul>
            `}
      </section>
    `;
  }

  #flip(flip: Flip) {
    return html`<li class="flip">
      <span class="chip ${flip.becomes.toLowerCase()}">${workflowName(flip.becomes)}</span>
      <ul>
        ${(flip.changes ?? []).map(
          (each) => html`<li>
            ${this.#link(questionForFact(each.fact)?.path, asked(each))}
            <b>${saidValue(each.fact, each.to)}</b>${each.from
              ? ` instead of ${saidValue(each.fact, each.from)}`
              : nothing}
          </li>`,
        )}
      </ul>
    </li>`;
  }

  #link(path: string | undefined, text: string) {
    return path === undefined
      ? html`<span>${text}</span>`
      : html`<a href="#" @click=${(event: Event) => this.#jump(event, path)}>${text}</a>`;
  }

  #jump(event: Event, path: string): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('jump', { detail: path }));
  }
}

/** Models ask once for facts that can be stated in several ways; a number is said as the one that it is. */
function asked(changed: ChangedFact): string {
  const question = questionForFact(changed.fact);
  return (question?.kind === 'NUMBER' ? question.ask : changed.question) ?? changed.fact;
}

function obstacle(gap: FeasibilityGap): string {
  const how = { SHORTFALL: 'poorer', GAP: 'blocked', RULED_OUT: 'ruled out' }[gap.severity ?? 'GAP'];
  return `${workflowName(gap.blocks)} ${how}`;
}

function reasonItem(reason: ChangedReason) {
  return html`<li class="reason">
    ${reason.gone ? html`<b>No longer:</b>` : nothing} ${reason.reason}
    <span>
      ${WORKFLOWS.filter((workflow) => reason.points[workflow] !== 0).map(
        (workflow) =>
          html`<span class="chip ${workflow.toLowerCase()}"
            >${workflowName(workflow)} ${signed(reason.points[workflow])}</span
          > `,
      )}
    </span>
  </li>`;
}

/** For those who hear it: the answer after each of theirs. */
function said(it: Assessment): string {
  const known = `${it.confidence?.percent ?? 0} percent known.`;
  return (it.contributions ?? []).length === 0
    ? `Nothing to go on yet. ${known}`
    : `${workflowName(it.recommended)}. ${margin(it)} ${known}`;
}

/** How far the answer is ahead, in a few words. */
function margin(it: Assessment): string {
  const runnerUp = it.feasibleRunnerUp;
  if (it.bestFit !== undefined && it.bestFit !== it.recommended) {
    return `${workflowName(it.bestFit)} would fit better, and something stands in its way.`;
  }
  if (runnerUp === undefined) {
    return 'The only one that nothing stands in the way of.';
  }
  const ahead = scoreOf(it, it.recommended) - scoreOf(it, runnerUp);
  const than = workflowName(runnerUp).toLowerCase();
  return it.nearTie
    ? `A near tie with ${than}: ${ahead} points apart is too little to call.`
    : `${ahead} points ahead of ${than}.`;
}
