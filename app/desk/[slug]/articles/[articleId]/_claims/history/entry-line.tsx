'use client'
import Link from 'next/link'
import { memo } from 'react'
import { Sentence } from '@/app/_text/sentence'
import { Avatar } from '@/app/_ui/avatar'
import { Ago, exact } from '@/app/_ui/time'
import { useScale } from '@/app/_verdict/scale'
import type { Claim } from '@/server/claim/claim'
import type { Entry } from '@/server/room/history/history'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { BringBack } from './bring-back'
import { sayDid } from './did'
import { WhatChanged } from './what-changed'

type Props = { entry: Entry; name: string; claim: Claim; onBroughtBack: () => void }

/** One line of the history: who did what and when, how the words changed, and what can be done with them. */
export const EntryLine = memo(function EntryLine({ entry, name, claim, onBroughtBack }: Props) {
  const t = words()
  const scale = useScale()
  const { desk, article } = useRoom()
  const { change, at, memberId, sequence } = entry
  return (
    <li>
      <Avatar id={memberId} name={name} size="sm" />
      <div className="his-entry">
        <p>
          <Sentence of={(gap) => sayDid(change, gap, scale)}>
            <b>{name}</b>
          </Sentence>
        </p>
        <p className="meta">
          <Ago at={at} /> <span aria-hidden="true">·</span> {exact(at)}
        </p>
        <WhatChanged change={change} sources={claim.sources} />
        <div className="his-acts">
          <BringBack claim={claim} change={change} onDone={onBroughtBack} />
          {sequence !== null && (
            <Link
              className="meta"
              prefetch={false}
              href={`/desk/${desk.slug}/articles/${article.id}/history?at=${sequence}`}
            >
              {t('history.seeRoom')}
            </Link>
          )}
        </div>
      </div>
    </li>
  )
})
