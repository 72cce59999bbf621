import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Asset, HistoryEntry } from '../api/types';
import { base } from '../ui/base';
import { idOf, words } from '../ui/words';

/** What travels with an asset: who, which version, why, what it depends on, and everything that happened. */
@customElement('asset-passport')
export class AssetPassport extends LitElement {
  static override styles = [
    base,
    css`
      dl {
        display: grid;
        gap: 0.3rem 1rem;
        grid-template-columns: max-content minmax(0, 1fr);
        font-size: 0.925rem;
      }

      dt {
        color: var(--ink-soft);
      }

      ol,
      ul {
        display: grid;
        gap: 0.35rem;
        list-style: none;
        font-size: 0.9rem;
      }

      blockquote {
        margin: 0;
        padding-left: 0.8rem;
        border-left: 3px solid var(--accent);
        white-space: pre-line;
      }

      time {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) asset!: Asset;

  override render() {
    const passport = this.asset.passport ?? {};
    const notes = passport.contextNotes ?? [];
    const files = passport.files ?? [];
    const history = passport.history ?? [];
    return html`
      <section class="stack" aria-labelledby="title">
        <h3 id="title">Passport</h3>
        <dl>
          <dt>Status</dt>
          <dd>${passport.status ?? words(this.asset.state)}</dd>
          <dt>Version</dt>
          <dd>${passport.version ?? 0}</dd>
          <dt>Creator</dt>
          <dd>${idOf(passport.creator ?? '')}</dd>
          <dt>Depends on</dt>
          <dd>${passport.dependsOn?.length ? passport.dependsOn.map(idOf).join(', ') : 'nothing'}</dd>
        </dl>
        ${passport.brief ? html`<blockquote>${passport.brief}</blockquote>` : nothing}
        ${notes.length > 0
          ? html`<div class="stack tight">
              <h4>Context notes</h4>
              <ul>
                ${notes.map(
                  (note) => html`<li>
                    <blockquote>${note.text}</blockquote>
                    <span class="small soft">${idOf(note.author ?? '')}${note.stage ? `, ${note.stage}` : ''}</span>
                  </li>`,
                )}
              </ul>
            </div>`
          : nothing}
        ${files.length > 0
          ? html`<div class="stack tight">
              <h4>Files</h4>
              <ul>
                ${files.map((file) => html`<li>${file.number}. <a href=${file.uri ?? ''} rel="noreferrer">${file.fileName}</a></li>`)}
              </ul>
            </div>`
          : nothing}
        <details>
          <summary>History (${history.length})</summary>
          <ol>
            ${history.map((entry) => this.#entry(entry))}
          </ol>
        </details>
      </section>
    `;
  }

  #entry(entry: HistoryEntry) {
    const move = entry.fromStage && entry.toStage && entry.fromStage !== entry.toStage;
    return html`
      <li>
        ${entry.time
          ? html`<time class="soft" datetime=${entry.time}>${new Date(entry.time).toLocaleString()}</time>`
          : nothing}
        ${words(entry.kind)} by ${idOf(entry.actor ?? '')}${move ? `, ${entry.fromStage} to ${entry.toStage}` : ''}
        ${entry.contextMissing ? html`<span class="chip warn">no context notes</span>` : nothing}
        ${entry.comment ? html`<blockquote>${entry.comment}</blockquote>` : nothing}
      </li>
    `;
  }
}
