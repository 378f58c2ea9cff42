/** The square sign for narrow places: a galley with a caret in it. */
export function Glyph() {
  return (
    <svg className="glyph" viewBox="0 0 32 32" aria-hidden="true">
      <rect x=".75" y=".75" width="30.5" height="30.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 10h18M7 15h6m6 0h6" stroke="currentColor" strokeWidth="2" />
      <path d="m9.5 26 6.5-12 6.5 12" fill="none" stroke="var(--blue)" strokeWidth="2.6" />
    </svg>
  )
}
