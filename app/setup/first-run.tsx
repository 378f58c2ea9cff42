'use client'
import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { words } from '../../server/words'
import { Icon } from '../_ui/icon'
import { FoundForm } from './found-form'
import { InviteSecond } from './invite-second'

export type Founded = { desk: string; name: string; isSignedIn: boolean }

type Props = {
  needsCode: boolean
  timeZones: string[]
  /** The demo newsroom's offer; gone once a desk of one's own is founded. */
  demo: ReactNode
  scale: ReactNode
}

/** The first run in its steps: the desk, then the second person; the first article waits on the desk. */
export function FirstRun({ needsCode, timeZones, demo, scale }: Props) {
  const [founded, setFounded] = useState<Founded | null>(null)
  return (
    <>
      <Steps founded={founded} />
      <main>
        {founded ? (
          <InviteSecond founded={founded} />
        ) : (
          <FoundForm needsCode={needsCode} timeZones={timeZones} onFounded={setFounded} />
        )}
      </main>
      <div className="first-side">
        {!founded && demo}
        {scale}
      </div>
    </>
  )
}

function Steps({ founded }: { founded: Founded | null }) {
  const t = words()
  return (
    <nav aria-label={t('setup.steps')}>
      <ol className="steps">
        <li className={founded ? 'done' : ''} aria-current={founded ? undefined : 'step'}>
          {founded ? <Icon of={Check} /> : <span className="sn">1</span>}
          <span>
            {t('setup.stepDesk')}
            {founded && <small>{founded.name}</small>}
          </span>
        </li>
        <li aria-current={founded ? 'step' : undefined}>
          <span className="sn">2</span>
          <span>{t('setup.stepInvite')}</span>
        </li>
        <li>
          <span className="sn">3</span>
          <span>{t('setup.stepArticle')}</span>
        </li>
      </ol>
    </nav>
  )
}
