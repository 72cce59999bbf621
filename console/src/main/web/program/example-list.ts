import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { TEAMS } from '../production/teams';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import { EXAMPLES } from './examples';

/** Where to begin: one card per example. */
@customElement('example-list')
export class ExampleList extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: 0.8rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
        list-style: none;
      }

      li {
        display: flex;
      }

      a.tile {
        display: grid;
        align-content: start;
        gap: 0.35rem;
        width: 100%;
        padding: 0.9rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        text-decoration: none;
      }

      .next {
        margin-top: 0.9rem;
      }

      a.tile:hover {
        border-color: var(--accent);
      }

      a.tile strong {
        color: var(--accent);
      }
    `,
  ];

  override render() {
    return html`
      <section class="stack tight" aria-labelledby="title">
        <h2 id="title">Begin with an example</h2>
        <ul>
          ${EXAMPLES.map(
            (example) => html`<li>
              <a class="tile" href=${linkTo({ at: 'new', example: example.id })}>
                <strong>${example.title}</strong>
                <span class="small">${example.people}</span>
                <span class="small soft">${example.gist}</span>
              </a>
            </li>`,
          )}
        </ul>
        <h3 class="next">Teams that produce for many channels</h3>
        <ul>
          ${TEAMS.map(
            (team) => html`<li>
              <a class="tile" href=${linkTo({ at: 'team', example: team.id })}>
                <strong>${team.title}</strong>
                <span class="small">${team.people}</span>
                <span class="small soft">${team.gist}</span>
              </a>
            </li>`,
          )}
        </ul>
      </section>
    `;
  }
}
