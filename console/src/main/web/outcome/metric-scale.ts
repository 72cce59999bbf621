import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MetricComparison } from '../api/types';
import { base } from '../ui/base';
import { inUnit } from './measured';

/** One measure on its scale: the value with its interval, the target, and what earlier runs reached. */
@customElement('metric-scale')
export class MetricScale extends LitElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: 2.2rem;
        overflow: visible;
      }

      .axis {
        stroke: var(--line);
        stroke-width: 2;
      }

      .interval {
        stroke: var(--accent);
        stroke-width: 8;
        opacity: 0.35;
      }

      .value {
        fill: var(--accent);
      }

      .earlier {
        fill: var(--surface);
        stroke: var(--ink-soft);
        stroke-width: 2;
      }

      .target {
        stroke: var(--ink);
        stroke-width: 2;
        stroke-dasharray: 3 2;
      }

      .ends {
        display: flex;
        justify-content: space-between;
        color: var(--ink-soft);
        font-size: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) comparison!: MetricComparison;

  override render() {
    const { value, interval, earlier, unit = '' } = this.comparison;
    const target = this.comparison.target ?? 0;
    const [low, high] = this.#ends();
    const at = (number: number) => `${(100 * (Math.min(high, Math.max(low, number)) - low)) / (high - low)}%`;
    return html`
      <svg role="img" aria-label=${this.#said()}>
        <line class="axis" x1="0" x2="100%" y1="50%" y2="50%" />
        ${interval
          ? svg`<line class="interval" x1=${at(interval.low ?? 0)} x2=${at(interval.high ?? 0)} y1="50%" y2="50%" />`
          : nothing}
        <line class="target" x1=${at(target)} x2=${at(target)} y1="8%" y2="92%" />
        ${earlier ? svg`<circle class="earlier" cx=${at(earlier.value ?? 0)} cy="50%" r="5" />` : nothing}
        ${value === undefined ? nothing : svg`<circle class="value" cx=${at(value)} cy="50%" r="6" />`}
      </svg>
      <div class="ends" aria-hidden="true"><span>${inUnit(low, unit)}</span><span>${inUnit(high, unit)}</span></div>
    `;
  }

  /** Shares and points have scales of their own; days end behind the longest. */
  #ends(): readonly [number, number] {
    const { unit, value = 0, target = 0, earlier, interval } = this.comparison;
    switch (unit) {
      case 'percent':
        return [0, 100];
      case 'points':
        return [1, 5];
      default:
        return [0, Math.max(1, Math.ceil(1.2 * Math.max(value, target, earlier?.value ?? 0, interval?.high ?? 0)))];
    }
  }

  #said(): string {
    const { value, target = 0, unit = '', interval, earlier } = this.comparison;
    const parts = [
      value === undefined ? 'not measured' : inUnit(value, unit),
      `target ${inUnit(target, unit)}`,
      interval ? `between ${inUnit(interval.low ?? 0, unit)} and ${inUnit(interval.high ?? 0, unit)}` : '',
      earlier ? `earlier runs ${inUnit(earlier.value ?? 0, unit)}` : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
  }
}
