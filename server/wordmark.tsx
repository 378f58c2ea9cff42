/** The name with the proofreader's caret inserting the room. */
export function Wordmark() {
  return (
    <span className="wordmark" dir="ltr">
      <span>Proof</span>
      <svg className="wm-caret" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 11 6 1.5 11 11" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>room</span>
    </span>
  )
}
