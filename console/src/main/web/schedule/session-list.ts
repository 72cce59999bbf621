import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Session } from '../api/types';
import { base } from '../ui/base';
import { minutesAsTime, words } from '../ui/words';
import { clockOf, dayOf, offsetText, placeOf } from './local-time';

/** Each session with its start for each group, as people's own clocks show it, and what happens in it. */
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

      ul.agenda {
        display: block;
        padding-inline-start: 1.2rem;
        list-style: disc;
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
          <span class="soft small">${[
            minutesAsTime(session.minutes),
            words(session.attendance),
            ...(session.breaks ?? []).map(
              (each) => `break of ${each.minutes} min after ${minutesAsTime(each.startMinute)}`,
            ),
          ].join(', ')}</span>
        </p>
        ${session.buildsOn?.length ? html`<p class="small">Builds on: ${session.buildsOn.join('; ')}</p>` : nothing}
        ${session.agenda?.length
          ? html`<ul class="agenda">
              ${session.agenda.map((line) => html`<li>${line}</li>`)}
            </ul>`
          : nothing}
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
