import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Assessment, Point, Workflow } from '../api/types';
import { base } from '../ui/base';
import { words, workflowName } from '../ui/words';
import './comparison-table';
import './contribution-table';
import './firmness-summary';
import './journey-table';
import './score-bars';
import './step-trace';

/** One assessment, the answer first and then everything that it rests on. */
@customElement('assessment-view')
export class AssessmentView extends LitElement {
  static override styles = [
    base,
    css`
      .answer {
        display: grid;
        gap: 0.35rem;
        padding: 1rem 1.2rem;
        border-left: 6px solid var(--tone);
        border-radius: 0 var(--radius) var(--radius) 0;
        background: var(--tone-soft);
      }

      .answer strong {
        color: var(--tone);
        font-size: 1.6rem;
        line-height: 1.2;
        letter-spacing: -0.015em;
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

      .pair {
        display: grid;
        gap: 1.4rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
      }

      .pair ul {
        display: grid;
        gap: 0.35rem;
        margin-top: 0.4rem;
        padding-left: 1.1rem;
      }

      .advice {
        display: grid;
        gap: 1rem 1.6rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
      }

      .advice ul {
        display: grid;
        gap: 0.3rem;
        margin-top: 0.3rem;
        padding-left: 1.1rem;
        font-size: 0.925rem;
      }

      details > *:not(summary) {
        margin-top: 0.7rem;
      }

      .receipt {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) assessment!: Assessment;
  /** Once it was accepted, what it rests on is folded away; it can be opened again. */
  @property({ attribute: false }) decided = false;

  override render() {
    const it = this.assessment;
    return html`
      <div class="stack">
        ${this.#answer(it)} ${this.#doubts(it)}
        <div class="pair">
          <div class="stack tight">
            <h3>Scores</h3>
            <score-bars .scores=${it.scores ?? []}></score-bars>
            <p class="small soft">Points for and against, added up. Only the differences mean something.</p>
          </div>
          ${this.#confidence(it)}
        </div>
        ${it.stability ? html`<firmness-summary .stability=${it.stability}></firmness-summary>` : nothing}
        <details ?open=${!this.decided}>
          <summary>How the seven steps narrowed it down</summary>
          <step-trace .steps=${it.trace ?? []}></step-trace>
        </details>
        <details ?open=${!this.decided}>
          <summary>The journey: what is live and what is self-paced</summary>
          <journey-table .items=${it.journey ?? []} .load=${it.weeklyLoad ?? []}></journey-table>
        </details>
        <details>
          <summary>Every reason, and how the points add up</summary>
          <contribution-table .contributions=${it.contributions ?? []} .scores=${it.scores ?? []}></contribution-table>
        </details>
        <details>
          <summary>Advice for this workflow</summary>
          <div class="advice">
            ${points('What speaks for it', it.benefits)} ${points('What it cannot do without', it.mustHaves)}
            ${points('What will cost effort', it.friction)} ${points('What can go wrong', it.risks)}
            ${points('What to do about it', it.mitigations)}
          </div>
        </details>
        <details>
          <summary>The three workflows side by side</summary>
          <comparison-table .rows=${it.comparison ?? []} .recommended=${it.recommended}></comparison-table>
        </details>
        ${this.#receipt(it)}
      </div>
    `;
  }

  #answer(it: Assessment) {
    const secondary = it.secondaryComponent;
    return html`
      <div class="answer ${it.recommended.toLowerCase()}">
        <span class="small">Recommended</span>
        <strong>${workflowName(it.recommended)}</strong>
        <p>${it.summary}</p>
        ${secondary
          ? html`<p class="small"><b>Beside it:</b> ${secondary.text} <span class="soft">${secondary.reason}</span></p>`
          : nothing}
      </div>
    `;
  }

  #doubts(it: Assessment) {
    const blocked = it.bestFit !== undefined && it.bestFit !== it.recommended;
    return html`
      ${it.nearTie
        ? html`<p class="note">
            <b>A near tie.</b> First and second are ${it.margin ?? 0} points apart: too little to call. Look at the reasons
            and at what was not stated before you rely on the order.
          </p>`
        : nothing}
      ${blocked
        ? html`<p class="note">
            <b>${workflowName(it.bestFit!)} would fit better,</b> and something stands in its way. Close the gaps below, or
            go with ${workflowName(it.recommended).toLowerCase()}.
          </p>`
        : nothing}
      ${(it.gaps ?? []).map(
        (gap) => html`<p class="note">
          <b>Blocks ${workflowName(gap.blocks).toLowerCase()}:</b> ${gap.missing}
          ${gap.remedy ? html`<br /><span class="small">To close it: ${gap.remedy}</span>` : nothing}
        </p>`,
      )}
      ${(it.warnings ?? []).map((warning) => html`<p class="note">${warning.text}</p>`)}
    `;
  }

  #confidence(it: Assessment) {
    const missing = it.confidence?.missing ?? [];
    return html`
      <div class="stack tight">
        <h3>Confidence: ${it.confidence?.percent ?? 0} % of what counts was stated</h3>
        ${missing.length === 0
          ? html`<p class="soft">Nothing that the rules ask for is missing.</p>`
          : html`
              <p class="small soft">Not stated, the weightiest first:</p>
              <ul class="small">
                ${missing.slice(0, 6).map(
                  (fact) => html`<li>${fact.question || html`<span class="mono">${fact.fact}</span>`}</li>`,
                )}
                ${missing.length > 6 ? html`<li>and ${missing.length - 6} more</li>` : nothing}
              </ul>
            `}
        ${it.feasibleRunnerUp ? this.#runnerUp(it, it.feasibleRunnerUp) : nothing}
      </div>
    `;
  }

  #runnerUp(it: Assessment, runnerUp: Workflow) {
    const points = (workflow: Workflow) => it.scores?.find((score) => score.workflow === workflow)?.points ?? 0;
    const ahead = points(it.recommended) - points(runnerUp);
    return html`<p class="small">Second choice: <b>${workflowName(runnerUp)}</b>, ${ahead} points behind.</p>`;
  }

  #receipt(it: Assessment) {
    return html`
      <p class="small soft receipt">
        ${it.decisionModel ? html`Scored by ${it.decisionModel}, version ${it.decisionModelVersion ?? 0}.` : nothing}
        ${it.receipt?.inputHash ? html`Input <span class="mono">${it.receipt.inputHash.slice(0, 12)}</span>.` : nothing}
        ${it.receipt?.tzDatabaseVersion ? html`Time zones ${it.receipt.tzDatabaseVersion}.` : nothing}
        ${it.guidance?.asOf ? html`Guidance as of ${it.guidance.asOf}. ${it.guidance.notice}` : nothing}
      </p>
    `;
  }
}

function points(title: string, list: readonly Point[] | undefined) {
  if (list === undefined || list.length === 0) {
    return nothing;
  }
  return html`<div>
    <h4>${title}</h4>
    <ul>
      ${list.map((point) => html`<li>${point.text || words(point.id)}</li>`)}
    </ul>
  </div>`;
}
