'use client'
import './_styles/tokens.css'
import './_styles/base.css'
import './_styles/controls.css'
import { directionOf } from '@/server/language/language'
import { currentLanguage } from '@/server/words'
import { Fault } from './_entry/fault'

/** Stands in for the whole page when its frame failed. */
export default function GlobalError({ retry }: { retry: () => void }) {
  const language = currentLanguage()
  return (
    <html lang={language} dir={directionOf(language)}>
      <body>
        <Fault onRetry={retry} />
      </body>
    </html>
  )
}
