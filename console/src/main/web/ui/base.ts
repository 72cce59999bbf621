import { css } from 'lit';

/** What every component shares: type, buttons, fields, tables, chips. Colours come from console.css. */
export const base = css`
  :host {
    display: block;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4 {
    margin: 0;
    line-height: 1.25;
    text-wrap: balance;
  }

  h1 {
    font-size: clamp(1.5rem, 1.2rem + 1.4vw, 2.1rem);
    letter-spacing: -0.015em;
  }

  h2 {
    font-size: 1.2rem;
    letter-spacing: -0.01em;
  }

  h3 {
    font-size: 1rem;
  }

  h4 {
    font-size: 0.9rem;
  }

  p {
    margin: 0;
    max-width: 70ch;
  }

  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
  }

  code,
  pre,
  .mono {
    font-family: var(--mono);
    font-size: 0.86em;
    overflow-wrap: anywhere;
  }

  .soft {
    color: var(--ink-soft);
  }

  .small {
    font-size: 0.875rem;
  }

  .stack {
    display: grid;
    gap: var(--gap);
    grid-template-columns: minmax(0, 1fr);
  }

  .stack.tight {
    gap: 0.4rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
  }

  .spread {
    justify-content: space-between;
  }

  .card {
    padding: clamp(1rem, 0.7rem + 1.2vw, 1.6rem);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  button {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2.5rem;
    padding: 0.4rem 0.95rem;
    border: 1px solid var(--control-line);
    border-radius: 8px;
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-weight: 550;
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    background: var(--surface-sunk);
  }

  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }

  button.plain {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  button.compact {
    min-height: 2rem;
    padding: 0.2rem 0.7rem;
    font-size: 0.875rem;
  }

  button:disabled {
    opacity: 0.6;
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }

  label {
    font-size: 0.875rem;
    font-weight: 550;
  }

  input,
  select,
  textarea {
    width: 100%;
    min-height: 2.5rem;
    padding: 0.45rem 0.7rem;
    border: 1px solid var(--control-line);
    border-radius: 8px;
    background: var(--surface);
    color: var(--ink);
    font: inherit;
  }

  input,
  select {
    height: 2.6rem;
  }

  input[type='checkbox'],
  input[type='radio'] {
    width: 1.1rem;
    min-height: 1.1rem;
    height: 1.1rem;
    margin: 0.2rem 0 0;
    flex: none;
    accent-color: var(--accent);
  }

  textarea {
    resize: vertical;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }

  .check {
    display: flex;
    gap: 0.55rem;
    align-items: flex-start;
    font-weight: 400;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.925rem;
  }

  th,
  td {
    padding: 0.45rem 0.7rem;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }

  thead th {
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 550;
    white-space: nowrap;
  }

  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .chip {
    display: inline-block;
    padding: 0.05rem 0.6rem;
    border: 1px solid var(--line);
    border-radius: 99px;
    background: var(--surface-sunk);
    color: var(--ink);
    font-size: 0.8125rem;
    font-weight: 550;
    white-space: nowrap;
  }

  .chip.live,
  .chip.synchronous {
    background: var(--live-soft);
    color: var(--live);
  }

  .chip.paced,
  .chip.asynchronous {
    background: var(--paced-soft);
    color: var(--paced);
  }

  .chip.blended {
    background: var(--blend-soft);
    color: var(--blend);
  }

  .chip.good {
    background: var(--good-soft);
    color: var(--good);
  }

  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  .chip.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }

  .note {
    padding: 0.7rem 0.9rem;
    border-left: 4px solid var(--warn);
    border-radius: 0 8px 8px 0;
    background: var(--warn-soft);
    color: var(--ink);
  }

  .note.plain {
    border-left-color: var(--accent);
    background: var(--accent-soft);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  details > summary {
    cursor: pointer;
    font-weight: 550;
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color 120ms ease;
    }
  }
`;
