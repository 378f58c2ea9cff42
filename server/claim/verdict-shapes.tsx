import type { ReactNode } from 'react'
import type { Verdict } from '../../db/vocabulary'

const cut = { fill: 'none', stroke: 'var(--mark-cut, var(--paper))', strokeWidth: 2.2 }

/** What is drawn for each verdict in a box of 20 by 20: shape alone tells them apart, on screens and on readers' pages. */
export const verdictShapes: Record<Verdict | 'unrated', ReactNode> = {
  true: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="m5.8 10.4 2.9 2.9 5.6-6.2" {...cut} strokeLinecap="square" />
    </>
  ),
  'mostly-true': (
    <>
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="m6.2 10.3 2.6 2.6 5-5.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="square"
      />
    </>
  ),
  'half-true': (
    <>
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M10 2a8 8 0 0 1 0 16Z" fill="currentColor" />
    </>
  ),
  'mostly-false': (
    <>
      <path d="M2.5 2.5h15v15h-15z" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="m6.3 6.3 7.4 7.4m0-7.4-7.4 7.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="square"
      />
    </>
  ),
  misleading: (
    <>
      <path d="M10 1.2 19.6 18.4H.4Z" fill="currentColor" />
      <path d="m6.6 14.9 3.4-5.6 3.4 5.6" {...cut} />
    </>
  ),
  false: (
    <>
      <path d="M1.5 1.5h17v17h-17z" fill="currentColor" />
      <path d="m6 6 8 8m0-8-8 8" {...cut} />
    </>
  ),
  unproven: (
    <>
      <path d="M10 .2 19.8 10 10 19.8.2 10Z" fill="currentColor" />
      <path d="M7.7 8.1c0-1.3 1-2.2 2.3-2.2s2.3.9 2.3 2.1c0 1.6-2.3 1.7-2.3 3.4" {...cut} strokeWidth="1.9" />
      <circle cx="10" cy="13.8" r="1.2" fill="var(--mark-cut, var(--paper))" />
    </>
  ),
  unrated: (
    <circle
      cx="10"
      cy="10"
      r="8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="3.2 3.08"
    />
  ),
}
