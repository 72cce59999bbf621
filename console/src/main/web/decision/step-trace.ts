import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TraceStep } from '../api/types';
import { base } from '../ui/base';
import { WORKFLOWS, workflowName } from '../ui/words';

/** The seven steps: what each found, and which workflows were still open after it. */
@customElement('step-trace')
export class StepTrace extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        display: grid;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.2rem 1rem;
        grid-template-columns: 2rem minmax(0, 1fr);
        padding-block: 0.55rem;
        border-top: 1px solid var(--line);
      }

      .number {
        display: grid;
        place-items: center;
        width: 1.8rem;
        height: 1.8rem;
        border-radius: 50%;
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 650;
      }

      .findings {
        display: grid;
        gap: 0.15rem;
        padding-left: 1.1rem;
        font-size: 0.925rem;
        list-style: disc;
      }

      .findings li {
        display: list-item;
        padding: 0;
        border: 0;
      }

      .closed {
        text-decoration: line-through;
        background: var(--surface-sunk);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) steps: readonly TraceStep[] = [];

  override render() {
    return html`<ol>
      ${this.steps.map((step) => this.#step(step))}
    </ol>`;
  }

  #step(step: TraceStep) {
    const remaining = step.remaining ?? [];
    return html`
      <li>
        <span class="number" aria-hidden="true">${step.number}</span>
        <div class="stack tight">
          <div class="row spread">
            <h4>${step.title}</h4>
            <span class="row">
              <span class="visually-hidden">Open after this step:</span>
              ${WORKFLOWS.map((workflow) =>
                remaining.includes(workflow)
                  ? html`<span class="chip ${workflow.toLowerCase()}">${workflowName(workflow)}</span>`
                  : html`<span class="chip closed" aria-hidden="true">${workflowName(workflow)}</span>`,
              )}
            </span>
          </div>
          <ul class="findings">
            ${(step.findings ?? []).map((finding) => html`<li>${finding}</li>`)}
            ${(step.closed ?? []).map(
              (closed) => html`<li><b>${workflowName(closed.workflow)} closed:</b> ${closed.reason ?? nothing}</li>`,
            )}
          </ul>
        </div>
      </li>
    `;
  }
}
