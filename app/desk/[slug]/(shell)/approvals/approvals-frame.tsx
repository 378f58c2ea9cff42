'use client'
import { useMemo, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { sayWrong } from '@/app/_ui/toast'
import { say } from '@/server/refusal'
import { whyNotSelectMore } from '@/server/review/approval/approving'
import type { Queue } from '@/server/review/queue/read-queue'
import { useNamedId } from './_open/use-open-id'
import { QueueColumn } from './_queue/queue-column'
import { SelectionContext } from './_several/selection'
import { SeveralDialog } from './_several/several-dialog'
import { useQueue } from './use-queue'

type Props = { slug: string; queue: Queue; children: React.ReactNode }

/** Queue, claim and decision side by side; on a narrow screen the queue, or the claim with the decision under it. */
export function ApprovalsFrame({ slug, queue: first, children }: Props) {
  const queue = useQueue(slug, first)
  const chosenId = useNamedId(slug)
  const openId = chosenId ?? queue.waiting[0]?.id ?? null
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = useState(false)
  // What somebody else decided meanwhile is selected no more.
  const lines = queue.waiting.filter(({ id, isOpened }) => isOpened && chosen.has(id))
  const names = lines.map(({ id }) => id).join()
  const selection = useMemo(() => {
    const selected = new Set(names.split(',').filter(Boolean))
    const toggle = (id: string) => {
      if (selected.has(id)) return setChosen(without(selected, id))
      const refusal = whyNotSelectMore(selected.size)
      if (refusal) return sayWrong(say(refusal))
      setChosen(new Set([...selected, id]))
    }
    return { selected, toggle, clear: () => setChosen(new Set()) }
  }, [names])
  const open = queue.waiting.find(({ id }) => id === openId)
  useKeys({
    x: () => open?.isOpened && selection.toggle(open.id),
    a: lines.length > 1 ? () => setAsking(true) : undefined,
  })
  return (
    <SelectionContext value={selection}>
      <div className={chosenId ? 'appr is-chosen' : 'appr'}>
        <QueueColumn queue={queue} openId={openId} slug={slug} onApprove={() => setAsking(true)} />
        {children}
      </div>
      {isAsking && (
        <SeveralDialog
          {...{ slug, lines }}
          onClose={() => {
            setAsking(false)
            setChosen(new Set())
          }}
        />
      )}
    </SelectionContext>
  )
}

const without = (ids: ReadonlySet<string>, id: string) => new Set([...ids].filter((one) => one !== id))
