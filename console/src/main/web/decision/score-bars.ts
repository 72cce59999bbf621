import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Score, Workflow } from '../api/types';
import { base } from '../ui/base';
import { signed, workflowName } from '../ui/words';

/** The scores as bars from a common zero, in the order in which they are given. */
@customElement('score-bars')
export class ScoreBars extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: 0.7rem;
        list-style: none;
      }

      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.6rem;
      }

      .points {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }

      .gain {
        margin-right: 0.4rem;
        font-size: 0.8125rem;
      }

      .up {
        color: var(--good);
      }

      .down {
        color: var(--bad);
      }

      svg {
        display: block;
        width: 100%;
        height: 14px;
      }

      .track {
        fill: var(--surface-sunk);
      }

      .zero {
        stroke: var(--ink-soft);
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

      .blocked .bar {
        opacity: 0.45;
      }

      @media (prefers-reduced-motion: no-preference) {
        .bar {
          transition:
            x 200ms ease,
            width 200ms ease;
        }
      }
    `,
  ];

  @property({ attribute: false }) scores: readonly Score[] = [];
  /** What each has gained or lost since it was shown before. */
  @property({ attribute: false }) change: Readonly<Record<Workflow, number>> | undefined;

  override render() {
    const points = this.scores.map((score) => score.points ?? 0);
    const low = Math.min(0, ...points);
    const span = Math.max(1, Math.max(0, ...points) - low);
    const percent = (value: number) => ((value - low) / span) * 100;
    return html`
      <ul>
        ${this.scores.map((score) => {
          const value = score.points ?? 0;
          const blocked = score.feasible !== true;
          return html`
            <li class="${score.workflow.toLowerCase()} ${blocked ? 'blocked' : ''}">
              <div class="head">
                <span>${workflowName(score.workflow)} ${blocked ? html`<span class="chip warn">blocked</span>` : ''}</span>
                <span class="points">${this.#gain(score)} ${signed(value)}</span>
              </div>
              <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="14" rx="0" />
                ${svg`<rect class="bar" y="1" height="12" x=${percent(Math.min(0, value))}
                  width=${(Math.abs(value) / span) * 100} />`}
                ${low < 0
                  ? svg`<line class="zero" x1=${percent(0)} x2=${percent(0)} y1="0" y2="14"
                      vector-effect="non-scaling-stroke" />`
                  : ''}
              </svg>
            </li>
          `;
        })}
      </ul>
    `;
  }

  #gain(score: Score) {
    const gain = this.change?.[score.workflow] ?? 0;
    return gain === 0
      ? ''
      : html`<span class="gain ${gain > 0 ? 'up' : 'down'}"
          ><span aria-hidden="true">${gain > 0 ? '▲' : '▼'}</span> ${Math.abs(gain)}<span class="visually-hidden"
            >${gain > 0 ? ' more' : ' less'}, now</span
          ></span
        >`;
  }
}
