'use client'
import { useQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { say } from '@/server/refusal'
import type { LiveStage } from '@/server/review/live-stage'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = { live: LiveStage; published: NonNullable<NonNullable<LiveStage['rows']>['published']> }

/** Which version readers see, where, and why search engines are not told where they are not. */
export function PublishedNotice({ live, published }: Props) {
  const t = words()
  const trpc = useTRPC()
  const { desk } = useRoom()
  const claimId = live.rows?.claimId ?? ''
  const history = useQuery(trpc.publication.ofClaim.queryOptions({ desk: desk.slug, claimId }))
  const why = history.data?.whyNoClaimReview
  return (
    <div className="notice">
      <Icon of={CheckCheck} />
      <p className="spread">
        <b>{t('claim.versionPublished', { version: published.version })}</b>
        <span className="meta">
          <Ago at={published.at} />
        </span>
      </p>
      {live.stage === 'changed-since' && <p>{t('claim.changedSincePublished')}</p>}
      {why && <p className="meta">{say(why)}</p>}
      <p className="acts">
        <a href={published.path}>{t('claim.readIt')}</a>
      </p>
    </div>
  )
}
