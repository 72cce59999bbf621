import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WorkflowCost } from '../api/types';
import { base } from '../ui/base';
import { words, workflowName } from '../ui/words';
import { minor, money } from './money';

const LINES: readonly string[] = ['DEVELOPMENT', 'DELIVERY', 'LEARNER_TIME', 'LICENCES', 'SUPPORT'];

/** The workflows side by side: a bar for each line on one scale, with its range, and the total below. */
@customElement('cost-bars')
export class CostBars extends LitElement {
  static override styles = [
    base,
    css`
      .workflows {
        display: grid;
        gap: 1.2rem 1.6rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      }

      ul {
        display: grid;
        gap: 0.5rem;
        list-style: none;
      }

      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.6rem;
      }

      .head span:last-child {
        font-variant-numeric: tabular-nums;
      }

      .total {
        padding-top: 0.4rem;
        border-top: 2px solid var(--control-line);
        font-weight: 650;
      }

      svg {
        display: block;
        width: 100%;
        height: 12px;
      }

      .track {
        fill: var(--surface-sunk);
      }

      .range {
        stroke: var(--ink);
        stroke-width: 1.5;
      }

      .synchronous .bar {
        fill: var(--live);
      }

      .asynchronous .bar {
        fill: var(--paced);
      }

      .blended .bar {
        fill: var(--blend);
      }
    `,
  ];

  @property({ attribute: false }) workflows: readonly WorkflowCost[] = [];
  @property() currency = 'USD';

  override render() {
    const most = Math.max(
      1,
      ...this.workflows.flatMap((workflow) => (workflow.lines ?? []).map((line) => minor(line.amount?.highMinor))),
    );
    return html`<div class="workflows">${this.workflows.map((workflow) => this.#workflow(workflow, most))}</div>`;
  }

  #workflow(cost: WorkflowCost, most: number) {
    return html`
      <div class="stack tight ${cost.workflow.toLowerCase()}">
        <h3>${workflowName(cost.workflow)}</h3>
        <ul>
          ${LINES.map((kind) => {
            const amount = cost.lines?.find((line) => line.kind === kind)?.amount;
            const likely = minor(amount?.likelyMinor);
            const low = minor(amount?.lowMinor);
            const high = minor(amount?.highMinor);
            const x = (value: number) => (value / most) * 100;
            return html`
              <li>
                <div class="head small">
                  <span>${words(kind)}</span><span>${money(likely, this.currency)}</span>
                </div>
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="track" width="100" height="12" />
                  ${svg`<rect class="bar" y="1" height="10" width=${x(likely)} />`}
                  ${low < high
                    ? svg`<line class="range" x1=${x(low)} x2=${x(high)} y1="6" y2="6" vector-effect="non-scaling-stroke" />`
                    : nothing}
                </svg>
              </li>
            `;
          })}
        </ul>
        <div class="head total">
          <span>total</span><span>${money(minor(cost.total?.likelyMinor), this.currency)}</span>
        </div>
        <p class="small soft">
          ${money(minor(cost.total?.lowMinor), this.currency)} to ${money(minor(cost.total?.highMinor), this.currency)};
          ${money(minor(cost.likelyMinorPerLearner), this.currency)} for each learner
        </p>
      </div>
    `;
  }
}
