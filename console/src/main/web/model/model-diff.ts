import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { diffModels } from '../api/models';
import { Problem } from '../api/problem';
import type { ModelDiff, ModelDifference } from '../api/types';
import { base } from '../ui/base';
import '../ui/problem-note';
import { count, words } from '../ui/words';

/** What differs between two versions, of one model or of two. */
@customElement('model-diff')
export class ModelDiffView extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.8rem;
        align-items: end;
      }

      .field {
        flex: 1 1 14rem;
      }

      ul {
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.3rem;
        padding-block: 0.7rem;
        border-top: 1px solid var(--line);
      }

      td {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** `decisionModels/{decision_model}/versions/{version}`, all that there are. */
  @property({ attribute: false }) versions: readonly string[] = [];
  @state() private diff: ModelDiff | undefined;
  @state() private problem: Problem | undefined;

  override render() {
    return html`
      <div class="stack">
        <h2>What differs</h2>
        ${this.versions.length < 2
          ? html`<p class="soft">There is one version of one model, so there is nothing to compare it with.</p>`
          : html`<form @submit=${this.#compare}>
              ${this.#choice('before', 'Before', this.versions.at(-1))} ${this.#choice('after', 'After', this.versions[0])}
              <button>Compare</button>
            </form>`}
        <problem-note .problem=${this.problem}></problem-note>
        <div aria-live="polite">${this.diff === undefined ? nothing : this.#differences(this.diff)}</div>
      </div>
    `;
  }

  #choice(name: string, label: string, chosen: string | undefined) {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <select id=${name} name=${name}>
        ${this.versions.map(
          (version) => html`<option value=${version} ?selected=${version === chosen}>${said(version)}</option>`,
        )}
      </select>
    </div>`;
  }

  #differences(diff: ModelDiff) {
    const differences = diff.differences ?? [];
    return differences.length === 0
      ? html`<p>Both say the same.</p>`
      : html`<p class="small soft">${count(differences.length, 'difference')}</p>
          <ul>
            ${differences.map(difference)}
          </ul>`;
  }

  readonly #compare = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.problem = undefined;
    try {
      this.diff = await diffModels(String(form.get('before')), String(form.get('after')));
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };
}

function difference(each: ModelDifference) {
  const tone = { ADDED: 'good', REMOVED: 'bad', CHANGED: 'warn' }[each.change];
  return html`<li>
    <p class="row">
      <span class="chip ${tone}">${words(each.change)}</span>
      <b>${words(each.part)}</b>
      <span class="mono">${each.id}</span>
    </p>
    ${each.change === 'CHANGED'
      ? html`<div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              ${(each.fields ?? []).map(
                (field) => html`<tr>
                  <th scope="row">${field.field}</th>
                  <td>${field.before || '–'}</td>
                  <td>${field.after || '–'}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : html`<p class="small">${each.text}</p>`}
  </li>`;
}

/** `decisionModels/m/versions/2` → `m, version 2`. */
function said(version: string): string {
  const [, model, , number] = version.split('/');
  return `${model}, version ${number}`;
}
