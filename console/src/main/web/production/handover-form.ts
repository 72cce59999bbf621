import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Asset, Decision, Handover, Stage } from '../api/types';
import { base } from '../ui/base';

export type HandoverEvent = CustomEvent<{ readonly decision: Decision | undefined; readonly handover: Handover }>;

/** The definition of done, the context notes and the file of an asset that somebody holds. Sends `hand-over` or `give-back`. */
@customElement('handover-form')
export class HandoverForm extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: grid;
        gap: 0.9rem;
        padding: 1rem;
        border-radius: var(--radius);
        background: var(--surface-sunk);
      }

      fieldset {
        display: grid;
        gap: 0.35rem;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-bottom: 0.3rem;
        font-size: 0.875rem;
        font-weight: 550;
      }

      .pair {
        display: grid;
        gap: 0.8rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      }
    `,
  ];

  @property({ attribute: false }) asset!: Asset;
  @property({ attribute: false }) stage: Stage | undefined;
  @property({ attribute: false }) busy = false;
  @query('form') private form!: HTMLFormElement;

  override render() {
    const decides = this.stage?.kind === 'DECISION';
    return html`
      <form @submit=${(event: Event) => this.#submit(event, decides ? 'APPROVE' : undefined)}>
        ${this.#checklist()} ${this.stage?.handoff === 'SYNC_REQUIRED' ? this.#marks() : nothing}
        <div class="field">
          <label for="notes">Context notes</label>
          <textarea id="notes" name="notes" rows="3" aria-describedby="notes-hint"></textarea>
          <span id="notes-hint" class="small soft">
            Why it is as it is: every later owner reads this.${decides ? ' Needed when you request changes.' : ''}
          </span>
        </div>
        ${decides ? nothing : this.#file()}
        <div class="row">
          <button class="primary" ?disabled=${this.busy}>${decides ? 'Approve' : 'Hand over'}</button>
          ${decides
            ? html`<button type="button" ?disabled=${this.busy} @click=${(event: Event) => this.#submit(event, 'REQUEST_CHANGES')}>
                Request changes
              </button>`
            : nothing}
          <button
            type="button"
            ?disabled=${this.busy}
            @click=${() => this.dispatchEvent(new CustomEvent('give-back'))}
          >
            Give it back
          </button>
        </div>
      </form>
    `;
  }

  #checklist() {
    const items = this.asset.checklist ?? [];
    return items.length === 0
      ? nothing
      : html`<fieldset>
          <legend>Definition of done</legend>
          ${items.map(
            (item) => html`<label class="check"><input type="checkbox" name="done" value=${item.key} />${item.text}</label>`,
          )}
        </fieldset>`;
  }

  #marks() {
    return html`<fieldset>
      <legend>This handoff needs a conversation</legend>
      <label class="check"><input type="checkbox" name="explained" />I explained the context</label>
      <label class="check"><input type="checkbox" name="answered" />Questions were answered</label>
      <label class="check"><input type="checkbox" name="confirmed" />The next owner confirmed receipt</label>
    </fieldset>`;
  }

  #file() {
    return html`<div class="pair">
      <div class="field">
        <label for="file">File name (optional)</label>
        <input id="file" name="file" autocomplete="off" />
      </div>
      <div class="field">
        <label for="uri">Its address</label>
        <input id="uri" name="uri" type="url" autocomplete="off" placeholder="https://" />
      </div>
    </div>`;
  }

  #submit(event: Event, decision: Decision | undefined): void {
    event.preventDefault();
    const detail = { decision, handover: this.#handover(new FormData(this.form)) };
    this.dispatchEvent(new CustomEvent('hand-over', { detail }));
  }

  #handover(form: FormData): Handover {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const ticked = form.getAll('done');
    return {
      checklist: (this.asset.checklist ?? []).map((item) => ({ item: item.key, done: ticked.includes(item.key) })),
      ...(text('notes') === '' ? {} : { contextNotes: text('notes') }),
      ...(text('file') === '' && text('uri') === ''
        ? {}
        : { fileVersion: { fileName: text('file'), uri: text('uri') } }),
      ...(this.stage?.handoff === 'SYNC_REQUIRED'
        ? {
            syncHandoff: {
              contextExplained: form.has('explained'),
              questionsAnswered: form.has('answered'),
              receiptConfirmed: form.has('confirmed'),
            },
          }
        : {}),
    };
  }
}
