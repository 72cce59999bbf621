import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../program/example-list';
import '../program/program-list';
import '../status/status-panel';
import { base } from '../ui/base';

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
