import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pointsFor } from '../brief/change';
import type { ModelCriterion, Workflow } from '../api/types';
import { base } from '../ui/base';
import { WORKFLOWS, signed, workflowName } from '../ui/words';

const STEPS = ['Objective', 'Audience', 'Content', 'Resources', 'Journey'];

/** The criteria of a model by the step that they belong to: points for to the right, points against to the left. */
@customElement('criteria-list')
export class CriteriaList extends LitElement {
  static override styles = [
    base,
    css`
      h4 {
        margin: 1.1rem 0 0.2rem;
        color: var(--ink-soft);
      }

      ul {
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.2rem 1.4rem;
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
        font-size: 0.925rem;
      }

      @media (min-width: 44rem) {
        li {
          grid-template-columns: minmax(0, 1fr) 17rem;
          align-items: center;
        }
      }

      .bars {
        display: grid;
        gap: 3px 0.5rem;
        grid-template-columns: 5rem minmax(0, 1fr) 3rem;
        align-items: center;
        font-size: 0.75rem;
      }

      svg {
        display: block;
        width: 100%;
        height: 9px;
      }

      .track {
        fill: var(--surface-sunk);
      }

      .synchronous {
        fill: var(--live);
      }

      .asynchronous {
        fill: var(--paced);
      }

      .blended {
        fill: var(--blend);
      }

      .zero {
        stroke: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) criteria: readonly ModelCriterion[] = [];

  override render() {
    const most = Math.max(
      1,
      ...this.criteria.flatMap((each) => WORKFLOWS.map((workflow) => Math.abs(pointsFor(each, workflow)))),
    );
    return STEPS.map((title, index) => {
      const of = this.criteria.filter((criterion) => criterion.step === index + 1);
      return of.length === 0
        ? ''
        : html`<h4>${index + 1}. ${title}</h4>
            <ul>
              ${of.map((criterion) => this.#criterion(criterion, most))}
            </ul>`;
    });
  }

  #criterion(criterion: ModelCriterion, most: number) {
    return html`<li>
      <div>
        <p>${criterion.reason}</p>
        <p class="small soft mono">${criterion.expression}</p>
      </div>
      <div class="bars">${WORKFLOWS.map((workflow) => bar(workflow, pointsFor(criterion, workflow), most))}</div>
    </li>`;
  }
}

function bar(workflow: Workflow, points: number, most: number) {
  const length = (100 * Math.abs(points)) / most;
  return html`
    <span class="soft">${workflowName(workflow)}</span>
    <svg viewBox="-100 0 200 9" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" x="-100" width="200" height="9" />
      ${svg`<rect class=${workflow.toLowerCase()} x=${points < 0 ? -length : 0} width=${length} height="9" />`}
      <line class="zero" x1="0" x2="0" y1="0" y2="9" vector-effect="non-scaling-stroke" />
    </svg>
    <span class="number">${signed(points)}</span>
  `;
}
