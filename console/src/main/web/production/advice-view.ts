import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Model, ModelContribution, Practice, ProductionAdvice, Statement } from '../api/types';
import { base } from '../ui/base';
import { MODELS, modelName, signed, words } from '../ui/words';

/** A production advice, the answer first and then everything that it rests on. */
@customElement('advice-view')
export class AdviceView extends LitElement {
  static override styles = [
    base,
    css`
      .answer {
        display: grid;
        gap: 0.35rem;
        padding: 1rem 1.2rem;
        border-left: 6px solid var(--accent);
        border-radius: 0 var(--radius) var(--radius) 0;
        background: var(--surface-sunk);
      }

      .answer strong {
        color: var(--accent);
        font-size: 1.6rem;
        line-height: 1.2;
        letter-spacing: -0.015em;
      }

      ul {
        display: grid;
        gap: 0.45rem;
        margin-top: 0.4rem;
        padding-left: 1.1rem;
      }

      details > *:not(summary) {
        margin-top: 0.7rem;
      }

      tfoot th,
      tfoot td {
        border-top: 2px solid var(--control-line);
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) advice!: ProductionAdvice;

  override render() {
    const it = this.advice;
    return html`
      <div class="stack">
        <div class="answer">
          <span class="small">Recommended</span>
          <strong>${it.recommended ? modelName(it.recommended) : 'None as things are'}</strong>
          <p>${it.summary}</p>
        </div>
        ${practices('Named exceptions', it.exceptions)} ${practices('How it is run', it.practices)}
        ${this.#handoffs(it)} ${this.#obstacles(it)} ${statements('To be mended in any case', it.warnings)}
        ${statements('What can go wrong', it.risks)}
        <details>
          <summary>Every reason, and how the points add up</summary>
          ${this.#contributions(it)}
        </details>
        ${this.#confidence(it)}
        <p class="small soft">${it.guidance?.notice}</p>
      </div>
    `;
  }

  #handoffs(it: ProductionAdvice) {
    return it.handoffs?.length
      ? html`<div>
          <h3>Handoffs</h3>
          <ul>
            ${it.handoffs.map(
              (handoff) => html`<li>
                ${handoff.subject}:
                <b>${handoff.mode === 'SYNC_REQUIRED' ? 'at the same time' : 'through a queue'}</b>${handoff.meeting
                  ? ', in a meeting'
                  : ''}
                <span class="soft">${handoff.reason}</span>
              </li>`,
            )}
          </ul>
        </div>`
      : nothing;
  }

  #obstacles(it: ProductionAdvice) {
    return it.obstacles?.length
      ? html`<div>
          <h3>What stands in the way</h3>
          <ul>
            ${it.obstacles.map(
              (obstacle) => html`<li>
                <span class="chip">${obstacle.model}: ${words(obstacle.severity)}</span> ${obstacle.missing}
                <span class="soft">${obstacle.remedy}</span>
              </li>`,
            )}
          </ul>
        </div>`
      : nothing;
  }

  #contributions(it: ProductionAdvice) {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Contributions">
        <table>
          <thead>
            <tr>
              <th scope="col">Reason</th>
              ${MODELS.map((model) => html`<th scope="col" class="number">${model}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${it.contributions?.map(
              (contribution) => html`<tr>
                <td>
                  <p>${contribution.reason}</p>
                  <p class="small soft">${contribution.source}</p>
                </td>
                ${MODELS.map((model) => html`<td class="number">${signed(pointsFor(contribution, model))}</td>`)}
              </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Score</th>
              ${MODELS.map(
                (model) =>
                  html`<td class="number">
                    ${signed(it.scores?.find((score) => score.model === model)?.points ?? 0)}
                  </td>`,
              )}
            </tr>
          </tfoot>
        </table>
      </div>
    `;
  }

  #confidence(it: ProductionAdvice) {
    const missing = it.confidence?.missing ?? [];
    return html`
      <details>
        <summary>Confidence: ${it.confidence?.percent ?? 0} % of what matters was stated</summary>
        <ul>
          ${missing.map((fact) => html`<li>${fact.question} <span class="mono small soft">${fact.fact}</span></li>`)}
        </ul>
      </details>
    `;
  }
}

function practices(title: string, list: readonly Practice[] | undefined) {
  return list?.length
    ? html`<div>
        <h3>${title}</h3>
        <ul>
          ${list.map(
            (practice) => html`<li>
              ${practice.text}. ${practice.mandatory ? html`<span class="chip">needed</span>` : nothing}
              <span class="soft">${practice.reason}</span>
            </li>`,
          )}
        </ul>
      </div>`
    : nothing;
}

function statements(title: string, list: readonly Statement[] | undefined) {
  return list?.length
    ? html`<div>
        <h3>${title}</h3>
        <ul>
          ${list.map((statement) => html`<li>${statement.text}: <span class="soft">${statement.mitigation}</span></li>`)}
        </ul>
      </div>`
    : nothing;
}

function pointsFor(contribution: ModelContribution, model: Model): number {
  switch (model) {
    case 'A':
      return contribution.a ?? 0;
    case 'B':
      return contribution.b ?? 0;
    case 'C':
      return contribution.c ?? 0;
  }
}
