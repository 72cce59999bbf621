import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../ui/base';

export interface ProgressStep {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  readonly open: boolean;
}

/** The way through a program, each part a way to jump there. Sends `go-to` with the part's id. */
@customElement('progress-bar')
export class ProgressBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 1;
        padding-block: 0.4rem;
        background: var(--ground);
      }

      ol {
        display: flex;
        gap: 0.4rem;
        padding: 2px;
        overflow-x: auto;
        list-style: none;
      }

      button {
        min-height: 2.2rem;
        padding: 0.15rem 0.8rem;
        border-radius: 99px;
        font-size: 0.9rem;
        white-space: nowrap;
      }

      .mark {
        color: var(--good);
        font-weight: 700;
      }

      .off {
        display: inline-flex;
        align-items: center;
        min-height: 2.2rem;
        padding: 0.15rem 0.8rem;
        border: 1px dashed var(--line);
        border-radius: 99px;
        color: var(--ink-soft);
        font-size: 0.9rem;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) steps: readonly ProgressStep[] = [];

  override render() {
    return html`
      <nav aria-label="The way through this program">
        <ol>
          ${this.steps.map((step) => html`<li>${step.open ? this.#open(step) : html`<span class="off">${step.title}</span>`}</li>`)}
        </ol>
      </nav>
    `;
  }

  #open(step: ProgressStep) {
    const go = () => this.dispatchEvent(new CustomEvent('go-to', { detail: step.id }));
    return html`
      <button @click=${go}>
        ${step.done ? html`<span class="mark" aria-hidden="true">✓</span>` : ''}${step.title}
        ${step.done ? html`<span class="visually-hidden">(done)</span>` : ''}
      </button>
    `;
  }
}
