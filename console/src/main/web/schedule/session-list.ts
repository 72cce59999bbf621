import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Session } from '../api/types';
import { base } from '../ui/base';
import { minutesAsTime, words } from '../ui/words';
import { clockOf, dayOf, offsetText, placeOf } from './local-time';

/** Each session with its start for each group, as people's own clocks show it. */
@customElement('session-list')
export class SessionList extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        display: grid;
        gap: 0.9rem;
        list-style: none;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.4rem;
        margin-top: 0.2rem;
        list-style: none;
        font-size: 0.9rem;
      }

      .when {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) sessions: readonly Session[] = [];

  override render() {
    return html`<ol>
      ${this.sessions.map((session) => this.#session(session))}
    </ol>`;
  }

  #session(session: Session) {
    return html`
      <li>
        <p>
          <b>${session.number}. ${session.title}</b>
          <span class="soft small">${minutesAsTime(session.minutes)}, ${words(session.attendance)}</span>
        </p>
        <ul>
          ${(session.groups ?? []).map(
            (time) => html`<li>
              ${placeOf(time.zone)}:
              <span class="when">${dayOf(time.localStart)}, ${clockOf(time.localStart)}</span>
              <span class="soft small">${offsetText(time.offsetSeconds ?? 0)}</span>
            </li>`,
          )}
        </ul>
      </li>
    `;
  }
}
