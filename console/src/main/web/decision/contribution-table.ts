import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Contribution, Score, Workflow } from '../api/types';
import { base } from '../ui/base';
import { WORKFLOWS, signed, workflowName } from '../ui/words';

/** What each criterion added to each workflow; the last line is their sum, checked against the score. */
@customElement('contribution-table')
export class ContributionTable extends LitElement {
  static override styles = [
    base,
    css`
      td p + p {
        margin-top: 0.15rem;
      }

      .for {
        color: var(--good);
        font-weight: 600;
      }

      .against {
        color: var(--bad);
        font-weight: 600;
      }

      tfoot th,
      tfoot td {
        border-top: 2px solid var(--control-line);
        border-bottom: 0;
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) contributions: readonly Contribution[] = [];
  @property({ attribute: false }) scores: readonly Score[] = [];

  override render() {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Contributions">
        <table>
          <thead>
            <tr>
              <th scope="col">Reason</th>
              ${WORKFLOWS.map((workflow) => html`<th scope="col" class="number">${workflowName(workflow)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.contributions.map((contribution) => this.#row(contribution))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${this.#addsUp() ? 'Sum: exactly the scores' : 'Sum: differs from the scores!'}</th>
              ${WORKFLOWS.map((workflow) => html`<td class="number">${signed(this.#sum(workflow))}</td>`)}
            </tr>
          </tfoot>
        </table>
      </div>
    `;
  }

  #row(contribution: Contribution) {
    const degree = (contribution.degreePermille ?? 0) / 10;
    return html`
      <tr>
        <td>
          <p>${contribution.reason ?? contribution.criterion}</p>
          <p class="small soft">
            <span class="mono">${contribution.criterion}</span>, holds to ${degree} %${contribution.source
              ? html`; ${contribution.source}`
              : ''}
          </p>
        </td>
        ${WORKFLOWS.map((workflow) => {
          const points = pointsFor(contribution, workflow);
          const tone = points > 0 ? 'for' : points < 0 ? 'against' : 'soft';
          return html`<td class="number ${tone}">${signed(points)}</td>`;
        })}
      </tr>
    `;
  }

  #sum(workflow: Workflow): number {
    return this.contributions.reduce((sum, contribution) => sum + pointsFor(contribution, workflow), 0);
  }

  #addsUp(): boolean {
    return this.scores.every((score) => (score.points ?? 0) === this.#sum(score.workflow));
  }
}

function pointsFor(contribution: Contribution, workflow: Workflow): number {
  switch (workflow) {
    case 'SYNCHRONOUS':
      return contribution.synchronous ?? 0;
    case 'ASYNCHRONOUS':
      return contribution.asynchronous ?? 0;
    case 'BLENDED':
      return contribution.blended ?? 0;
  }
}
