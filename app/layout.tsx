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
import { spoken } from './_api/spoken'
import { noteEarlyPress } from './_press/early-press'
import { PressAgain } from './_press/press-again'
import { ReadFrom } from './_text/read-from'
import { Underway } from './_ui/wait/underway'
import { Toasts } from './toasts'

// A page made ahead of time cannot carry the nonce of its answer (proxy.ts).
export const dynamic = 'force-dynamic'

export const generateMetadata = (): Metadata => ({
  title: { default: words()('product'), template: `%s – ${words()('product')}` },
  robots: { index: false },
  manifest: '/manifest.webmanifest',
})

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const { language, direction, script, nonce } = await spoken()
  return (
    <html lang={language} dir={direction}>
      <head>
        {/* Not async: every part of the page speaks, and this is what it says. Browsers show no script its nonce. */}
        <script src={script} nonce={nonce} suppressHydrationWarning />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own fixed words, under the page's nonce. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: noteEarlyPress }} />
      </head>
      <body>
        <ReadFrom direction={direction}>
          {children}
          <Toasts />
          <Underway />
          <PressAgain />
        </ReadFrom>
      </body>
    </html>
  )
}
