import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { SIGNED_OUT } from '../api/http';
import { currentCaller, signOut } from '../api/platform';
import { Problem } from '../api/problem';
import type { SignedInCaller } from '../api/types';
import '../brief/guided-page';
import '../model/models-page';
import '../production/campaign-page';
import '../production/team-page';
import '../program/program-page';
import { base } from '../ui/base';
import '../ui/loading-line';
import '../ui/problem-note';
import { idOf } from '../ui/words';
import './home-page';
import { linkTo, routeOf, type Route } from './route';
import './signed-out';

const GREET_AGAIN_MILLIS = 3_000;

/** The frame of the console: header, the page for the current address, footer. */
@customElement('syncopate-console')
export class SyncopateConsole extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100vh;
      }

      .skip {
        position: absolute;
        top: 0.5rem;
        left: -100vw;
        z-index: 1;
      }

      .skip:focus {
        left: 0.5rem;
      }

      header,
      footer,
      main {
        width: 100%;
        max-width: 76rem;
        margin-inline: auto;
        padding-inline: clamp(1rem, 0.4rem + 2.6vw, 2.2rem);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.4rem 1.2rem;
        padding-block: 1rem;
      }

      .brand {
        display: inline-flex;
        align-items: center;
        gap: 0.7rem;
        color: var(--ink);
        font-size: 1.1rem;
        font-weight: 650;
        letter-spacing: -0.01em;
        text-decoration: none;
      }

      .brand img {
        width: 2rem;
        height: 2rem;
      }

      main {
        flex: 1;
        padding-block: 0.5rem 3rem;
      }

      main:focus {
        outline: none;
      }

      footer {
        padding-block: 1.2rem 2rem;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }
    `,
  ];

  @state() private route: Route = routeOf(window.location.hash);
  /** Undefined until it is known, null when nobody is signed in. */
  @state() private caller: SignedInCaller | null | undefined;
  @state() private problem: Problem | undefined;
  #nextGreeting = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#follow);
    window.addEventListener(SIGNED_OUT, this.#leave);
    void this.#greet();
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.#nextGreeting);
    window.removeEventListener('hashchange', this.#follow);
    window.removeEventListener(SIGNED_OUT, this.#leave);
    super.disconnectedCallback();
  }

  override render() {
    return html`
      <header>
        <button class="skip" @click=${this.#skip}>Skip to the content</button>
        <a class="brand" href=${linkTo({ at: 'home' })}>
          <img src="/icon.svg" alt="" width="32" height="32" />
          Syncopate
        </a>
        ${this.caller
          ? html`<span class="row small">
              <a href=${linkTo({ at: 'models' })}>Decision models</a>
              <span class="soft">${idOf(this.caller.person)}, ${this.caller.tenant}</span>
              <button class="plain" @click=${this.#signOut}>Sign out</button>
            </span>`
          : nothing}
      </header>
      <main id="main" tabindex="-1">
        <problem-note .problem=${this.problem}></problem-note>
        ${this.#page()}
      </main>
      <footer>Guidance as of May 2026. Verify what matters against current official guidance.</footer>
    `;
  }

  #page() {
    if (this.caller === null) {
      return html`<signed-out></signed-out>`;
    }
    if (this.caller === undefined) {
      return this.problem
        ? html`<p class="row">
            <button @click=${this.#greet}>Try again</button>
            ${this.problem.passing ? html`<span class="soft">This page also tries again by itself.</span>` : nothing}
          </p>`
        : html`<loading-line label="Looking who is here"></loading-line>`;
    }
    switch (this.route.at) {
      case 'home':
        return html`<home-page></home-page>`;
      case 'new':
        return html`<guided-page .example=${this.route.example}></guided-page>`;
      case 'brief':
        return html`<guided-page .name=${this.route.name} .goTo=${this.route.question}></guided-page>`;
      case 'program':
        return html`<program-page .name=${this.route.name}></program-page>`;
      case 'team':
        return html`<team-page .example=${this.route.example}></team-page>`;
      case 'campaign':
        return html`<campaign-page .name=${this.route.name}></campaign-page>`;
      case 'models':
        return html`<models-page></models-page>`;
      case 'nowhere':
        return html`
          <div class="stack">
            <h1>There is nothing at this address</h1>
            <p>The part behind # in the address names no page of the console.</p>
            <p><a href=${linkTo({ at: 'home' })}>Go to the start</a></p>
          </div>
        `;
    }
  }

  readonly #follow = (): void => {
    this.route = routeOf(window.location.hash);
    document.title = 'Syncopate';
    window.scrollTo(0, 0);
    this.#focusMain();
  };

  /** Nothing can be shown without its answer, so what may pass by itself is waited for. */
  readonly #greet = async (): Promise<void> => {
    window.clearTimeout(this.#nextGreeting);
    try {
      this.caller = (await currentCaller()) ?? null;
      this.problem = undefined;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      if (this.problem.passing && this.isConnected) {
        this.#nextGreeting = window.setTimeout(this.#greet, GREET_AGAIN_MILLIS);
      }
    }
  };

  readonly #signOut = async (): Promise<void> => {
    this.problem = undefined;
    try {
      await signOut();
      this.#leave();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  };

  readonly #leave = (): void => {
    this.caller = null;
  };

  readonly #skip = (): void => {
    this.#focusMain();
  };

  #focusMain(): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}
