import '../_styles/entry.css'
import '../_styles/door.css'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { houseScale } from '../../server/claim/scale'
import { styleOf } from '../../server/claim/verdict'
import { Wordmark } from '../../server/wordmark'
import { words } from '../../server/words'
import { ApiProvider } from '../_api/client'
import { api } from '../_api/server'
import { LanguageSwitch } from '../_entry/language-switch'
import { VerdictMark } from '../_ui/verdict'
import { FirstRun } from './first-run'
import { OpenDemo } from './open-demo'

export const generateMetadata = (): Metadata => ({ title: words()('setup.title') })

export default async function SetUpPage() {
  const { member, demo } = await api()
  if (!(await member.needsSetUp())) redirect('/')
  return (
    <div className="first">
      <header className="first-bar">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <div className="first-grid">
        <ApiProvider>
          <FirstRun
            needsCode={await member.needsSetUpCode()}
            timeZones={timeZones()}
            demo={(await demo.isOffered()) && <OpenDemo isOpen={(await demo.people()).length > 0} />}
            scale={<Scale />}
          />
        </ApiProvider>
      </div>
    </div>
  )
}

// Intl lists places only.
const timeZones = () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

function Scale() {
  const t = words()
  return (
    <aside className="scale" aria-labelledby="scale">
      <h2 id="scale">{t('setup.scale')}</h2>
      <ul>
        {houseScale().map(({ verdict, label, meaning }) => (
          <li key={verdict} className={styleOf(verdict)}>
            <VerdictMark verdict={verdict} />
            <div>
              <b>{label}</b>
              <p>{meaning}</p>
            </div>
          </li>
        ))}
      </ul>
    </aside>
  )
}
