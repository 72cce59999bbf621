import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { platformStatus } from '../api/platform';
import { Problem } from '../api/problem';
import type { BackendState, BackendStatus, PlatformStatus } from '../api/types';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { count, minutesAsTime } from '../ui/words';

const REFRESH_MILLIS = 5_000;

/** What is running behind the gateway, looked up again every few seconds. */
@customElement('status-panel')
export class StatusPanel extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        list-style: none;
      }

      li {
        padding-block: 0.6rem;
        border-top: 1px solid var(--line);
      }

      .name {
        font-weight: 550;
      }

      .services {
        padding-top: 0.4rem;
        font-size: 0.8125rem;
        line-height: 1.7;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private status: PlatformStatus | undefined;
  @state() private problem: Problem | undefined;
  #timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = window.setInterval(() => void this.#load(), REFRESH_MILLIS);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  override render() {
    return html`
      <section class="card stack tight" aria-labelledby="title">
        <h2 id="title">What is running</h2>
        <problem-note .problem=${this.problem}></problem-note>
        ${this.#body()}
      </section>
    `;
  }

  #body() {
    const status = this.status;
    if (status === undefined) {
      return this.problem ? nothing : html`<loading-line label="Asking the gateway"></loading-line>`;
    }
    const backends = status.backends ?? [];
    return html`
      ${backends.length === 0
        ? html`<p class="soft">The gateway runs, and no service is registered behind it yet.</p>`
        : html`<ul>
            ${backends.map((backend) => this.#backend(backend))}
          </ul>`}
      <p class="small soft">
        ${status.product} ${status.version ?? ''}${status.uptimeSeconds === undefined
          ? nothing
          : html`, up for ${minutesAsTime(Math.floor(status.uptimeSeconds / 60))}`}
      </p>
    `;
  }

  #backend(backend: BackendStatus) {
    const services = backend.services ?? [];
    return html`
      <li>
        <div class="row spread">
          <span class="name">${backend.name}</span>
          <span class="chip ${toneOf(backend.state)}">${stateName(backend.state)}</span>
        </div>
        ${services.length === 0
          ? nothing
          : html`<details class="small soft">
              <summary>${count(services.length, 'service')}</summary>
              <div class="services mono">${services.map((service) => html`${service}<br />`)}</div>
            </details>`}
      </li>
    `;
  }

  async #load(): Promise<void> {
    try {
      this.status = await platformStatus();
      this.problem = undefined;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }
}

function toneOf(state: BackendState): string {
  return state === 'READY' ? 'good' : state === 'DOWN' ? 'bad' : 'warn';
}

function stateName(state: BackendState): string {
  return state === 'READY' ? 'ready' : state === 'DOWN' ? 'not reachable' : 'not known yet';
}
