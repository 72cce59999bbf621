import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ComparisonRow, Workflow } from '../api/types';
import { base } from '../ui/base';
import { WORKFLOWS, workflowName } from '../ui/words';

/** Seven aspects by three workflows, the recommended one set off. */
@customElement('comparison-table')
export class ComparisonTable extends LitElement {
  static override styles = [
    base,
    css`
      table {
        min-width: 44rem;
      }

      .chosen {
        background: var(--accent-soft);
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly ComparisonRow[] = [];
  @property() recommended: Workflow = 'BLENDED';

  override render() {
    const chosen = (workflow: Workflow) => (workflow === this.recommended ? 'chosen' : '');
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Comparison">
        <table>
          <thead>
            <tr>
              <th scope="col">Aspect</th>
              ${WORKFLOWS.map(
                (workflow) => html`<th scope="col" class=${chosen(workflow)}>${workflowName(workflow)}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${this.rows.map(
              (row) => html`<tr>
                <th scope="row">${row.title}</th>
                <td class=${chosen('SYNCHRONOUS')}>${row.synchronous}</td>
                <td class=${chosen('ASYNCHRONOUS')}>${row.asynchronous}</td>
                <td class=${chosen('BLENDED')}>${row.blended}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}
