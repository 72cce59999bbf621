import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem, Violation } from '../api/problem';
import { base } from './base';

/** A failed call in words: what went wrong, which fields and what they expect, and the id to look it up by. */
@customElement('problem-note')
export class ProblemNote extends LitElement {
  static override styles = [
    base,
    css`
      .problem {
        padding: 0.8rem 1rem;
        border-left: 4px solid var(--bad);
        border-radius: 0 8px 8px 0;
        background: var(--bad-soft);
      }

      dl {
        display: grid;
        gap: 0.5rem;
        margin-top: 0.6rem;
      }

      dt {
        font-family: var(--mono);
        font-size: 0.86rem;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      dd {
        overflow-wrap: anywhere;
      }

      .foot {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) problem: Problem | undefined;

  override willUpdate(): void {
    this.hidden = this.problem === undefined;
  }

  override updated(): void {
    if (this.problem) {
      this.scrollIntoView({ block: 'nearest' });
    }
  }

  override render() {
    const problem = this.problem;
    if (problem === undefined) {
      return nothing;
    }
    return html`
      <div class="problem" role="alert">
        <strong>${problem.title}</strong>
        ${problem.status === 400 && problem.violations.length > 0 ? nothing : html`<p>${problem.detail}</p>`}
        ${problem.stale ? html`<p>What is shown was loaded again. Look at it, then repeat what you did.</p>` : nothing}
        ${problem.violations.length > 0
          ? html`<dl>
              ${problem.violations.map((violation) => this.#violation(violation))}
            </dl>`
          : nothing}
        ${problem.retryAfter ? html`<p class="foot">Try again in ${problem.retryAfter} seconds.</p>` : nothing}
        ${problem.requestId
          ? html`<p class="foot small soft">
              <span class="mono">${problem.reason}</span>, request <span class="mono">${problem.requestId}</span>
            </p>`
          : nothing}
      </div>
    `;
  }

  #violation(violation: Violation) {
    const found = this.problem?.status === 400 ? 'Sent' : 'Found';
    return html`<div>
      <dt>${violation.field || 'request'}</dt>
      <dd>
        ${violation.value ? html`${found}: <span class="mono">${violation.value}</span>. ` : nothing}
        ${violation.expected ? html`Expected ${violation.expected}.` : violation.description}
      </dd>
    </div>`;
  }
}
