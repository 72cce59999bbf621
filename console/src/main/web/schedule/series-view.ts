import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import { getSeries, listSessions } from '../api/series';
import type { Fairness, Series, Session } from '../api/types';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { count, words } from '../ui/words';
import { pointsOf, pointsText } from './burden';
import './burden-strip';
import './session-list';

/** A series: how fair it is and how well that is proven, who carries what, and each session in local times. */
@customElement('series-view')
export class SeriesView extends LitElement {
  static override styles = [
    base,
    css`
      .facts {
        display: grid;
        gap: 0.8rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
      }

      .facts div {
        padding: 0.7rem 0.9rem;
        border-radius: 8px;
        background: var(--surface-sunk);
      }

      dt {
        color: var(--ink-soft);
        font-size: 0.8125rem;
      }

      dd {
        font-size: 1.35rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }

      dd span {
        display: block;
        font-size: 0.8125rem;
        font-weight: 400;
      }
    `,
  ];

  @property() name = '';
  @state() private series: Series | undefined;
  @state() private sessions: readonly Session[] = [];
  @state() private problem: Problem | undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('name')) {
      void this.#load();
    }
  }

  override render() {
    return html`<div class="card stack">
      <div class="row spread">
        <h2>Sessions</h2>
        ${this.series ? html`<span class="chip good">${words(this.series.state)}</span>` : nothing}
      </div>
      ${this.#body()}
    </div>`;
  }

  #body() {
    if (this.problem) {
      return html`<problem-note .problem=${this.problem}></problem-note>
        <p><button @click=${this.#load}>Try again</button></p>`;
    }
    const series = this.series;
    if (series === undefined) {
      return html`<loading-line label="Loading the series"></loading-line>`;
    }
    const people = (series.plannedGroups ?? []).reduce((sum, group) => sum + (group.headCount ?? 0), 0);
    return html`
      <p>
        ${count(this.sessions.length, 'session')}, ${cadence(series.everyWeeks ?? 1)}, for ${count(people, 'person', 'people')}
        in ${count(series.plannedGroups?.length ?? 0, 'group')}.
        ${series.bufferWeeks ? `${count(series.bufferWeeks, 'spare week')} behind the last one, until ${series.endDate}.` : ''}
      </p>
      ${series.fairness ? this.#fairness(series.fairness) : nothing}
      ${(series.notices ?? []).map(
        (notice) => html`<p class="note ${notice.kind === 'NO_FAIR_SLOT' ? '' : 'plain'}">${notice.text}</p>`,
      )}
      <div class="stack tight">
        <h3>Who has the inconvenient hour, and when</h3>
        <burden-strip
          .groups=${series.plannedGroups ?? []}
          .sessions=${this.sessions}
          .fairness=${series.fairness}
        ></burden-strip>
      </div>
      <details>
        <summary>Each session in local times</summary>
        <session-list .sessions=${this.sessions}></session-list>
      </details>
      <p class="small soft">
        <span class="mono">${series.name}</span>, kept in ${series.anchorZone || 'UTC'}; time zone database
        ${series.tzDatabaseVersion}.
      </p>
    `;
  }

  #fairness(fairness: Fairness) {
    const worst = pointsOf(fairness.worstMillipoints);
    const bound = pointsOf(fairness.boundMillipoints);
    const fixed = pointsOf(fairness.bestFixedTimeWorstMillipoints);
    return html`
      <dl class="facts">
        <div>
          <dt>Worst-off person carries</dt>
          <dd>${pointsText(worst)} points <span class="soft">over the whole series</span></dd>
        </div>
        <div>
          <dt>No plan can do better than</dt>
          <dd>
            ${pointsText(bound)} points
            <span class="soft">${fairness.worstProven ? 'reached: proven best' : `${pointsText(worst - bound)} above it`}</span>
          </dd>
        </div>
        <div>
          <dt>At the best fixed time it would be</dt>
          <dd>
            ${pointsText(fixed)} points
            <span class="soft">${rotationGain(worst, fixed)}</span>
          </dd>
        </div>
      </dl>
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.problem = undefined;
    try {
      const [series, sessions] = await Promise.all([getSeries(this.name), listSessions(this.name)]);
      this.series = series;
      this.sessions = sessions;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };
}

function rotationGain(worst: number, fixed: number): string {
  if (fixed > worst) {
    return `rotation saves ${pointsText(fixed - worst)}`;
  }
  return fixed === 0 ? 'nobody is inconvenienced' : 'rotation gains nothing here';
}

function cadence(weeks: number): string {
  return weeks <= 1 ? 'every week' : `every ${weeks} weeks`;
}
