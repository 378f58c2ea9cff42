import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@fontsource-variable/ibm-plex-sans/standard.css'
import '@fontsource-variable/ibm-plex-sans/standard-italic.css'
import '@fontsource/ibm-plex-mono/latin-400.css'
import '@fontsource/ibm-plex-mono/latin-500.css'
import './_styles/tokens.css'
import './_styles/base.css'
import './_styles/controls.css'
import './_styles/checking.css'
import './_styles/wait/underway.css'
import type { Metadata } from 'next'
import { words } from '../server/words'
import { Underway } from './_ui/wait/underway'
import { Toasts } from './toasts'

// A page made ahead of time cannot carry the nonce of its answer (proxy.ts).
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: words()('product'), template: `%s – ${words()('product')}` },
  robots: { index: false },
}

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Toasts />
        <Underway />
      </body>
    </html>
  )
}
