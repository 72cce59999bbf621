import { css, html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { qualityOf } from '../api/design';
import type { CompletionForecast, DesignPractice, DesignQuality, Program } from '../api/types';
import { base } from '../ui/base';
import { percent, words } from '../ui/words';
import { ProgramPart } from './program-part';

/** How good the design is, apart from the workflow, and what it is worth. */
@customElement('quality-section')
export class QualitySection extends ProgramPart<DesignQuality> {
  static override styles = [
    base,
    css`
      .figures {
        display: grid;
        gap: 1rem 1.6rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      }

      .figures > * {
        align-content: start;
      }

      .figures strong {
        font-size: 1.6rem;
        letter-spacing: -0.015em;
      }

      ul {
        display: grid;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.3rem 1rem;
        padding-block: 0.55rem;
        border-top: 1px solid var(--line);
      }

      svg {
        display: block;
        width: 100%;
        height: 10px;
      }

      .track {
        fill: var(--surface-sunk);
      }

      .bar,
      .dot {
        fill: var(--accent);
      }

      .span {
        fill: var(--accent-soft);
      }
    `,
  ];

  protected override read(program: Program): Promise<DesignQuality> {
    return qualityOf(program.name);
  }

  override render() {
    const rated = this.found;
    return html`
      <div class="card stack">
        <h2>Design quality</h2>
        ${rated === undefined ? this.waiting('Rating the design') : this.#rated(rated)}
      </div>
    `;
  }

  #rated(rated: DesignQuality) {
    return html`
      <div class="figures">
        <div class="stack tight">
          <span class="small soft">Quality, whatever the workflow</span>
          <strong>${percent(rated.qualityPermille ?? 0)}</strong>
        </div>
        <div class="stack tight">
          <span class="small soft">What carries retention</span>
          <strong>${percent(rated.retentionPermille ?? 0)}</strong>
        </div>
        ${rated.completion ? forecast(rated.completion) : missing(rated)}
      </div>
      <ul>
        ${(rated.practices ?? []).map((practice) => item(practice, rated.completion))}
      </ul>
    `;
  }
}

function forecast(completion: CompletionForecast) {
  const low = (completion.lowPermille ?? 0) / 10;
  const high = (completion.highPermille ?? 0) / 10;
  const likely = (completion.likelyPermille ?? 0) / 10;
  return html`
    <div class="stack tight">
      <span class="small soft">Completion forecast</span>
      <strong>${percent(completion.likelyPermille ?? 0)}</strong>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="10" />
        ${svg`<rect class="span" x=${low} width=${high - low} height="10" />
          <rect class="dot" x=${Math.max(0, likely - 0.6)} width="1.2" height="10" />`}
      </svg>
      <span class="small">
        between ${percent(completion.lowPermille ?? 0)} and ${percent(completion.highPermille ?? 0)} of
        <b>${completion.population?.title.toLowerCase()}</b>
      </span>
      <span class="small soft">${completion.population?.source}. Trust: ${words(completion.population?.trust ?? '')}.</span>
    </div>
  `;
}

function missing(rated: DesignQuality) {
  return html`
    <div class="stack tight">
      <span class="small soft">Completion forecast</span>
      <p class="small">
        None. ${rated.forecastMissing}
        ${rated.forecastMissingPath ? html`State <span class="mono">${rated.forecastMissingPath}</span>.` : nothing}
      </p>
    </div>
  `;
}

function item(practice: DesignPractice, completion: CompletionForecast | undefined) {
  const degree = (practice.degreePermille ?? 0) / 10;
  const lost = (completion?.likelyPermille ?? 0) - (practice.completionWithoutPermille ?? 0);
  return html`
    <li>
      <div class="row spread">
        <span class="row"
          ><b>${practice.title}</b> ${practice.mustHave ? html`<span class="chip">must-have</span>` : nothing}</span
        >
        <span class="chip ${tone(practice)}">${words(practice.state)}</span>
      </div>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="10" />
        ${svg`<rect class="bar" width=${degree} height="10" />`}
      </svg>
      <p class="small">
        ${practice.evidence}
        ${completion && lost > 0 ? html`<span class="soft">Without it: ${(lost / 10).toFixed(1)} points less complete.</span>` : nothing}
      </p>
      ${practice.remedy ? html`<p class="small soft">${practice.remedy}</p>` : nothing}
    </li>
  `;
}

function tone(practice: DesignPractice): string {
  return { PRESENT: 'good', PARTIAL: 'warn', ABSENT: practice.mustHave ? 'bad' : 'warn', NOT_STATED: '' }[practice.state];
}
