'use client'
import { EyeOff } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import type { AskedLine } from '@/server/second-verdict/read-asked'
import { words } from '@/server/words'
import { QueueItem } from '../_home/queues/queue'

/** A verdict that is asked of a member, in their list of work. */
export function AskedItem({ slug, asked }: { slug: string; asked: AskedLine }) {
  return (
    <QueueItem
      to={`/desk/${slug}/second/${asked.claimId}`}
      verdict={null}
      mark={<Icon of={EyeOff} size="sm" />}
      statement={asked.statement}
    >
      <span className="ask">{words()('secondVerdict.asks', { name: asked.by.name })}</span>
      <span className="meta">
        <bdi>{asked.title}</bdi>
      </span>
      <span className="meta">
        <Ago at={asked.at} />
      </span>
    </QueueItem>
  )
}
