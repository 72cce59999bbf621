import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../program/example-list';
import '../program/program-list';
import '../status/status-panel';
import { base } from '../ui/base';
import { linkTo } from './route';

/** The start: what one can do here, the programs there are, and what is running. */
@customElement('home-page')
export class HomePage extends LitElement {
  static override styles = [
    base,
    css`
      .intro {
        padding-block: clamp(0.5rem, 2vw, 1.6rem) 0.6rem;
      }

      .intro p {
        max-width: 62ch;
        margin-top: 0.6rem;
        font-size: 1.05rem;
      }

      .intro .begin {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        margin-top: 1.1rem;
      }

      .begin .primary {
        display: inline-flex;
        align-items: center;
        min-height: 2.8rem;
        padding: 0.4rem 1.2rem;
        border-radius: 8px;
        background: var(--accent);
        color: var(--accent-ink);
        font-weight: 600;
        text-decoration: none;
      }

      .begin .primary:hover {
        background: color-mix(in srgb, var(--accent) 88%, var(--ink));
      }

      .columns {
        display: grid;
        gap: 1.4rem;
        grid-template-columns: minmax(0, 1fr);
      }

      @media (min-width: 62rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr) 20rem;
          align-items: start;
        }
      }
    `,
  ];

  override render() {
    return html`
      <div class="stack">
        <div class="intro">
          <h1>What must happen live, and what can flow at each person's own time?</h1>
          <p class="soft">
            Describe a program or a production team, get a recommendation with every reason behind it, and run the
            result: sessions that are fair across time zones, and production work in queues.
          </p>
          <p class="begin">
            <a class="primary" href=${linkTo({ at: 'new', example: '' })}>Describe your program</a>
            <span class="small soft">Seven steps. The answer follows each of yours.</span>
          </p>
        </div>
        <div class="columns">
          <div class="stack">
            <example-list></example-list>
            <program-list></program-list>
          </div>
          <status-panel></status-panel>
        </div>
      </div>
    `;
  }
}
