import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../ui/base';

/** What somebody sees without a session, and how to get one. */
@customElement('signed-out')
export class SignedOut extends LitElement {
  static override styles = [
    base,
    css`
      .card {
        max-width: 42rem;
        margin: 2rem auto;
      }

      ol {
        display: grid;
        gap: 0.6rem;
        padding-left: 1.3rem;
      }
    `,
  ];

  override render() {
    return html`
      <section class="card stack">
        <h1>You are not signed in</h1>
        <p>This browser has no session, or its session has ended. Nothing of your work is lost.</p>
        <ol>
          <li>Look at the terminal in which Syncopate was started. It printed a link for signing in.</li>
          <li>Open that link in this browser. It works once, and only for a while.</li>
          <li>If it no longer works, start Syncopate again: it prints a new one, and your data stays.</li>
        </ol>
        <p class="soft">Scripts need no session: they call the same API with a key.</p>
        <p><button @click=${this.#again}>I have signed in, load again</button></p>
      </section>
    `;
  }

  #again(): void {
    window.location.reload();
  }
}
