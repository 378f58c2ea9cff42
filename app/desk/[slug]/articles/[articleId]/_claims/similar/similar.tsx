'use client'
import '@/app/_styles/work/similar.css'
import { CopyCheck } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useKeepFocus } from '@/app/_keys/use-keep-focus'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import type { Verdict } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { may } from '@/server/member/member'
import { checkedBefore, type SimilarClaim as Found, shownOf } from '@/server/similar/similar'
import { words } from '@/server/words'
import { SimilarClaim } from '../../../../_similar/similar-claim'
import { useSimilar } from '../../../../_similar/use-similar'
import { useRoom } from '../../_room/use-room'
import { useSettled } from '../../_selection/use-settled'
import { JoinCheck } from './join-check'
import { Reuse } from './reuse'
import { SaysSame } from './says-same'

type Props = { claim: Claim; onPick: (verdict: Verdict) => void }

/** What a claim says, in so few UTF-16 units that the address of a question holds it in any script. */
function saidIn({ statement, selectors, speaker }: Claim): string {
  return [statement.slice(0, 500), selectors.quote.exact.slice(0, 400), speaker.slice(0, 100)].join(' ')
}

/**
 * Claims that sound like the open one: what was checked before stands there at once, all of it is shown on request, also
 * by F. Below it what says the same, and what a correction of that leads to.
 */
export function Similar({ claim, onPick }: Props) {
  const t = words()
  const { desk, member } = useRoom()
  const { found, reading, say, join } = useSimilar(desk.slug, claim.id, useSettled(saidIn(claim)))
  const [isOpen, setIsOpen] = useState(false)
  const section = useRef<HTMLElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  useKeepFocus(section)
  const show = () => {
    // The heading has to be there before it can have the focus.
    flushSync(() => setIsOpen(true))
    head.current?.focus()
    head.current?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({ f: show })
  // Whose verdict it was stays on record, unless somebody said already how the two stand to each other.
  const pickFrom = (one: Found, verdict: Verdict) => {
    onPick(verdict)
    if (!one.relation && may(member, 'relate claims')) say(one.claimId, 'repeats')
  }
  const all = shownOf(found)
  const before = checkedBefore(all)
  const shown = isOpen ? all : before.slice(0, 1)
  const left = all.length - shown.length
  const isEmpty = isOpen && all.length === 0 && !reading.isPending
  return (
    <>
      <section
        ref={section}
        className="similar"
        hidden={all.length === 0 && !isOpen}
        aria-labelledby={`similar-${claim.id}`}
      >
        <h3 id={`similar-${claim.id}`} ref={head} tabIndex={-1}>
          <Icon of={CopyCheck} size="sm" /> {t('similar.title')}
        </h3>
        {isEmpty ? <p>{t('similar.none')}</p> : all.length > 0 && <p className="meta">{t('similar.lead')}</p>}
        {shown.length > 0 && (
          <ul>
            {shown.map((one) => (
              <SimilarClaim
                key={one.claimId}
                slug={desk.slug}
                claim={one}
                onSay={may(member, 'relate claims') ? (relation) => say(one.claimId, relation) : null}
              >
                {one.published && (
                  <Reuse claim={claim} check={one.published} onPick={(verdict) => pickFrom(one, verdict)} />
                )}
              </SimilarClaim>
            ))}
          </ul>
        )}
        {isOpen && may(member, 'relate claims') && <JoinCheck onJoin={join} />}
        {left > 0 && (
          <button type="button" className="btn quiet xs" onClick={show}>
            {t('similar.more', { count: left })}{' '}
            <span aria-hidden="true">
              <kbd>F</kbd>
            </span>
          </button>
        )}
      </section>
      <SaysSame claim={claim} />
    </>
  )
}
