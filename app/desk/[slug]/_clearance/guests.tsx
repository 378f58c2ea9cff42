'use client'
import { useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Ago, exact, useNow } from '@/app/_ui/time'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { ClaimClearances } from '@/server/clearance/read-clearances'
import { type GuestComment, type GuestLink, isLive } from '@/server/guest/guest-link'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { LinkDialog } from './link-dialog'
import { useClearanceActs } from './use-clearances'

type Shown = { links: GuestLink[]; comments: GuestComment[] }
type Props = { slug: string; claimId: string; guests: Shown; required: ClaimClearances }

/** Whom the claim's submissions were shown to outside, what they said, and how another link is made. */
export function Guests({ slug, claimId, guests: { links, comments }, required }: Props) {
  const t = words()
  const [isMaking, setMaking] = useState(false)
  const { submission, clearances, you } = required
  const mayShow = may(you, 'show submissions to guests')
  return (
    <section className="clearances" aria-labelledby={`guests-${claimId}`}>
      <h3 id={`guests-${claimId}`}>{t('guest.guests')}</h3>
      {links.length === 0 && <p className="meta">{t('guest.none')}</p>}
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <Line
              key={link.id}
              {...{ slug, link, mayShow }}
              isEarlier={submission !== null && link.submissionId !== submission.id}
            />
          ))}
        </ul>
      )}
      {comments.length > 0 && (
        <ol className="guest-comments" aria-label={t('guest.theirComments')}>
          {comments.map(({ id, name, text, at }) => (
            <li key={id}>
              <p className="words">{text}</p>
              <p className="meta">
                {t('guest.by', { name })}, <Ago at={at} />
              </p>
            </li>
          ))}
        </ol>
      )}
      {mayShow && submission && (
        <button type="button" className="btn quiet xs" onClick={() => setMaking(true)}>
          {t('guest.makeOpen')}
        </button>
      )}
      {mayShow && !submission && <p className="meta">{t('guest.notYet')}</p>}
      {isMaking && submission && (
        <LinkDialog
          {...{ slug, submissionId: submission.id, clearances, first: null }}
          onClose={() => setMaking(false)}
        />
      )}
    </section>
  )
}

type LineProps = { slug: string; link: GuestLink; mayShow: boolean; isEarlier: boolean }

function Line({ slug, link, mayShow, isEarlier }: LineProps) {
  const t = words()
  const now = useNow()
  const { withdrawLink } = useClearanceActs()
  const { name, purpose, clearance, withdrawn, expiresAt, visits, lastVisitAt } = link
  const live = now !== null && isLive(link, now)
  const withdraw = async () => {
    try {
      await withdrawLink({ desk: slug, linkId: link.id })
      sayDone(t('guest.withdrawnNow', { name }))
    } catch (error) {
      sayWrong(sentenceOf(error))
    }
  }
  return (
    <li>
      <div>
        <p>
          <b>{name}</b> {clearance && t('guest.for', { name: clearance.name })}
        </p>
        <p className="meta">
          {t('guest.madeBy', { name: link.by.name })} <q>{purpose}</q>
        </p>
        <p className="meta">
          {lastVisitAt ? t('guest.visits', { visits }) : t('guest.noVisits')}
          {lastVisitAt && <Ago at={lastVisitAt} />}.{' '}
          {withdrawn && t('guest.withdrawnBy', { name: withdrawn.by })}
          {!withdrawn && now && t(live ? 'guest.holds' : 'guest.ranOut', { at: exact(expiresAt) })}{' '}
          {isEarlier && t('guest.earlier')}
        </p>
        {live && mayShow && (
          <span className="acts">
            <button type="button" className="btn quiet xs" onClick={() => void withdraw()}>
              {t('guest.withdraw', { name })}
            </button>
          </span>
        )}
      </div>
    </li>
  )
}
