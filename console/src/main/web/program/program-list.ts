import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import { listPrograms } from '../api/programs';
import type { Program } from '../api/types';
import { linkTo } from '../shell/route';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { words } from '../ui/words';

/** The programs there are, the newest first. */
@customElement('program-list')
export class ProgramList extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.2rem 1rem;
        padding-block: 0.6rem;
        border-top: 1px solid var(--line);
      }

      li:first-child {
        border-top: 0;
        padding-top: 0;
      }

      li:last-child {
        padding-bottom: 0;
      }
    `,
  ];

  @state() private programs: readonly Program[] | undefined;
  @state() private problem: Problem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    return html`
      <section class="stack tight" aria-labelledby="title">
        <h2 id="title">Programs</h2>
        <div class="card">${this.#body()}</div>
      </section>
    `;
  }

  #body() {
    if (this.problem) {
      return html`
        <div class="stack">
          <problem-note .problem=${this.problem}></problem-note>
          <p><button @click=${this.#load}>Try again</button></p>
        </div>
      `;
    }
    if (this.programs === undefined) {
      return html`<loading-line label="Loading programs"></loading-line>`;
    }
    if (this.programs.length === 0) {
      return html`<p class="soft">No program yet. An example above is the quickest way to see one through.</p>`;
    }
    return html`
      <ul>
        ${this.programs.map(
          (program) => html`<li>
            <a href=${linkTo({ at: 'program', name: program.name })}>${program.displayName}</a>
            <span class="row">
              ${program.createTime
                ? html`<span class="small soft">${new Date(program.createTime).toLocaleDateString()}</span>`
                : ''}
              <span class="chip">${words(program.state)}</span>
            </span>
          </li>`,
        )}
      </ul>
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.problem = undefined;
    try {
      this.programs = [...(await listPrograms())].reverse();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };
}
