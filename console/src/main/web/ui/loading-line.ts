import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base';

/** Says that something is on its way; read out by screen readers. */
@customElement('loading-line')
export class LoadingLine extends LitElement {
  static override styles = [
    base,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        color: var(--ink-soft);
      }

      .beat {
        display: inline-flex;
        gap: 3px;
      }

      .beat i {
        width: 4px;
        height: 14px;
        border-radius: 2px;
        background: var(--accent);
        opacity: 0.35;
      }

      @media (prefers-reduced-motion: no-preference) {
        .beat i {
          animation: beat 1.2s infinite ease-in-out;
        }

        .beat i:nth-child(2) {
          animation-delay: 0.2s;
        }

        .beat i:nth-child(3) {
          animation-delay: 0.55s;
        }
      }

      @keyframes beat {
        30% {
          opacity: 1;
        }
      }
    `,
  ];

  @property() label = 'Loading';

  override render() {
    return html`<p role="status"><span class="beat" aria-hidden="true"><i></i><i></i><i></i></span>${this.label}…</p>`;
  }
}
