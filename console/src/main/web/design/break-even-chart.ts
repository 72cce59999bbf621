import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BreakEven, CostPoint, Workflow } from '../api/types';
import { base } from '../ui/base';
import { WORKFLOWS, count, workflowName } from '../ui/words';
import { minor, money } from './money';

/** Totals as learners grow; where one workflow comes to cost no more than another, a line goes down. */
@customElement('break-even-chart')
export class BreakEvenChart extends LitElement {
  static override styles = [
    base,
    css`
      .plot {
        display: block;
        width: 100%;
        height: 14rem;
        border-bottom: 1px solid var(--control-line);
      }

      text {
        fill: var(--ink-soft);
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
      }

      .ends {
        display: flex;
        justify-content: space-between;
        gap: 0.6rem;
        max-width: none;
      }

      polyline {
        fill: none;
        stroke-width: 2.5;
      }

      .synchronous {
        stroke: var(--live);
      }

      .asynchronous {
        stroke: var(--paced);
        stroke-dasharray: 8 4;
      }

      .blended {
        stroke: var(--blend);
        stroke-dasharray: 2 4;
      }

      .mark {
        stroke: var(--ink-soft);
        stroke-dasharray: 3 3;
      }

      .own {
        stroke: var(--accent);
      }

      .key {
        margin-top: 0.4rem;
      }

      .key svg {
        width: 2.2rem;
        height: 0.8rem;
      }
    `,
  ];

  @property({ attribute: false }) curve: readonly CostPoint[] = [];
  @property({ attribute: false }) breakEvens: readonly BreakEven[] = [];
  @property({ type: Number }) learners = 0;
  @property() currency = 'USD';

  override render() {
    const last = this.curve.at(-1)?.learners ?? 1;
    const most = Math.max(1, ...this.curve.flatMap((point) => WORKFLOWS.map((workflow) => total(point, workflow))));
    const x = (learners: number) => (learners / last) * 100;
    const y = (amount: number) => 100 - (amount / most) * 97;
    const marks = this.#marks().filter((learners) => learners <= last);
    return html`
      <p class="small soft">${money(most, this.currency)} at the top</p>
      <svg class="plot" role="img" aria-label="Totals by the size of a cohort">
        ${marks.map((learners) => svg`<text x="${x(learners)}%" y="14" text-anchor="middle">${learners.toLocaleString('en')}</text>`)}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" y="9%" width="100%" height="91%">
          ${marks.map((learners) => down(x(learners), 'mark'))}
          ${this.learners > 0 && this.learners <= last ? down(x(this.learners), 'own') : nothing}
          ${WORKFLOWS.map(
            (workflow) =>
              svg`<polyline class=${workflow.toLowerCase()} vector-effect="non-scaling-stroke"
                points=${this.curve.map((point) => `${x(point.learners)},${y(total(point, workflow))}`).join(' ')} />`,
          )}
        </svg>
      </svg>
      <p class="ends small soft"><span>1 learner</span><span>${count(last, 'learner')} in a cohort</span></p>
      <p class="row small key">
        ${WORKFLOWS.map(
          (workflow) => html`<span class="row">
            <svg viewBox="0 0 44 12" aria-hidden="true">
              ${svg`<polyline class=${workflow.toLowerCase()} points="0,6 44,6" />`}
            </svg>
            ${workflowName(workflow)}</span
          >`,
        )}
        <span class="row">
          <svg viewBox="0 0 44 12" aria-hidden="true">
            ${svg`<line class="own" x1="22" x2="22" y1="0" y2="12" stroke-width="2" />`}
          </svg>
          this cohort</span
        >
      </p>
    `;
  }

  /** Each number once, without those at which nothing changes. */
  #marks(): readonly number[] {
    const learners = this.breakEvens.map((each) => each.alwaysFromLearners ?? 0).filter((each) => each > 1);
    return [...new Set(learners)];
  }
}

function down(x: number, kind: string) {
  return svg`<line class=${kind} x1=${x} x2=${x} y1="0" y2="100" vector-effect="non-scaling-stroke" />`;
}

function total(point: CostPoint, workflow: Workflow): number {
  switch (workflow) {
    case 'SYNCHRONOUS':
      return minor(point.synchronousMinor);
    case 'ASYNCHRONOUS':
      return minor(point.asynchronousMinor);
    case 'BLENDED':
      return minor(point.blendedMinor);
  }
}
