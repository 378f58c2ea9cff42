/** What a guest's page needs beside the readers' style sheet; without an ampersand or an angle, which HTML would change. */
export const guestStyles = `
.guest .pub-head { padding-top: 34px; }
.guest-lead { margin-top: 12px; font: 400 1.0625rem/1.625rem var(--serif); }
.guest-lead q { color: var(--ink-2); }
.guest-state { border-inline-start: 3px solid var(--ink); background: var(--sunk); padding: 12px 16px; margin-top: 22px; overflow-wrap: anywhere; }
.guest-state.bad { border-inline-start-color: var(--red); }
.guest form { display: grid; gap: 8px; justify-items: start; margin-top: 12px; max-width: 40rem; }
.guest label { font-weight: 500; }
.guest textarea { width: 100%; font: 400 1rem/1.5rem var(--serif); color: var(--ink); background: var(--paper); border: 1px solid var(--rule-ui); border-radius: 2px; padding: 8px 10px; resize: vertical; }
.guest .acts { display: flex; flex-wrap: wrap; gap: 10px; }
.guest button { min-height: 44px; padding: 0 18px; font: 500 .9375rem/1.25rem var(--sans); color: var(--ink); background: var(--paper); border: 1px solid var(--rule-ui); border-radius: 2px; cursor: pointer; }
.guest button.primary { color: var(--on-ink); background: var(--ink); border-color: var(--ink); }
.guest .err { color: var(--red); font: 500 .9375rem/1.375rem var(--sans); }
.guest .said { border-top: 1px solid var(--ink); }
.guest .said li { padding: 12px 0; border-bottom: 1px solid var(--rule); }
.guest .said p { white-space: pre-wrap; overflow-wrap: anywhere; }
.guest .said .meta, .guest form .meta { font: 400 .8125rem/1.25rem var(--sans); }
.guest .seal dd { font-family: var(--mono); }
`
