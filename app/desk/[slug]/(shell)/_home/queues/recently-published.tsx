'use client'
import { useQuery } from '@tanstack/react-query'
import { FilePenLine, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { Stage } from '@/app/_ui/stage'
import { Ago } from '@/app/_ui/time'
import type { RecentVersion } from '@/server/publication/read-history'
import { words } from '@/server/words'
import { CopyDialog } from '../../../_copies/copy-dialog'
import { often } from '../../approvals/use-queue'
import { Queue, QueueItem } from './queue'

/** What the desk published last; several of it can be selected and taken along together. */
export function RecentlyPublished({ slug }: { slug: string }) {
  const t = words()
  const recent = useQuery(
    useTRPC().publication.recent.queryOptions({ desk: slug }, { refetchInterval: often }),
  )
  const [selected, setSelected] = useState<ReadonlySet<number> | null>(null)
  const all = recent.data ?? []
  const toggle = (number: number) => {
    const after = new Set(selected)
    if (!after.delete(number)) after.add(number)
    setSelected(after)
  }
  const items = all.map((item) => (
    <QueueItem
      key={item.id}
      isPublic
      to={item.path}
      verdict={item.verdict}
      statement={item.statement}
      box={
        selected && (
          <label className="pick">
            <input type="checkbox" checked={selected.has(item.number)} onChange={() => toggle(item.number)} />
            <span className="vh">{t('approvals.select', { statement: item.statement })}</span>
          </label>
        )
      }
    >
      <Standing of={item} />
      <span className="meta">
        <Ago at={item.publishedAt} />
      </span>
    </QueueItem>
  ))
  return (
    <Queue
      title={t('desk.recentlyPublished')}
      query={recent}
      items={items}
      empty={t('desk.nothingPublished')}
      acts={
        all.length > 0 && (
          <button
            type="button"
            aria-pressed={selected !== null}
            aria-label={t('takeAlong.select')}
            onClick={() => setSelected(selected ? null : new Set())}
          >
            <Icon of={ListChecks} size="sm" />
          </button>
        )
      }
      bar={selected && <SelectedBar slug={slug} checks={all.filter(({ number }) => selected.has(number))} />}
    />
  )
}

/** What can be done with the checks that are selected. */
function SelectedBar({ slug, checks }: { slug: string; checks: RecentVersion[] }) {
  const t = words()
  const [isCopying, setIsCopying] = useState(false)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, this is a bar
    <div className="bulk" role="group" aria-label={t('takeAlong.selected')}>
      <p role="status">{t('work.selected', { count: checks.length })}</p>
      <button
        type="button"
        className="btn xs"
        aria-disabled={checks.length === 0 || undefined}
        onClick={() => checks.length > 0 && setIsCopying(true)}
      >
        {t('takeAlong.open')}
      </button>
      {isCopying && <CopyDialog slug={slug} checks={checks} onClose={() => setIsCopying(false)} />}
    </div>
  )
}

/** Whether readers are told to wait with it, that it was taken back, or which version it is. */
function Standing({ of: { isUnderReview, kind, version } }: { of: RecentVersion }) {
  const t = words()
  if (isUnderReview || kind === 'retraction')
    return <Stage stage={isUnderReview ? 'under-review' : 'retracted'} />
  if (version === 1) return <span className="meta">{t('desk.version', { version })}</span>
  return (
    <span className="corr">
      <Icon of={FilePenLine} size="xs" /> {t('desk.corrected', { version })}
    </span>
  )
}
