'use client'
import './_styles/tokens.css'
import './_styles/base.css'
import './_styles/controls.css'
import { Fault } from './_entry/fault'

/** Stands in for the whole page when its frame failed. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <Fault onRetry={retry} />
      </body>
    </html>
  )
}
