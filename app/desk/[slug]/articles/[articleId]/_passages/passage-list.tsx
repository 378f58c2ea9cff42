'use client'
import '@/app/_styles/room/passage.css'
import { MessageSquare } from 'lucide-react'
import { use } from 'react'
import { Icon } from '@/app/_ui/icon'
import { ReadState } from '@/app/_ui/wait/read-state'
import { isResolved, placeOfThread, type Thread } from '@/server/thread/thread'
import { words } from '@/server/words'
import { usePlace } from '../_room/use-place'
import { useRoom } from '../_room/use-room'
import { NewMark } from '../_since/new-mark'
import { NewThings } from '../_since/since-context'
import { usePassages } from './use-passages'

type Props = { onOpen: (threadId: string) => void }

/** The passages that are talked about, in the order of the text; those that are resolved are folded away. */
export function PassageList({ onOpen }: Props) {
  const t = words()
  const { reading, threads: all } = usePassages()
  const { mayEdit } = useRoom()
  const newThings = use(NewThings)
  const done = all.filter(isResolved)
  const isEmpty = reading.data?.length === 0
  return (
    <section className={`passages ${isEmpty ? 'is-empty' : ''}`} aria-labelledby="passages-h">
      <h3 className="label" id="passages-h">
        {t('passage.list')}
      </h3>
      <ReadState of={reading} name={t('passage.list')} lines={2} />
      {isEmpty && <p className="meta">{t(mayEdit ? 'passage.none' : 'passage.noneObserver')}</p>}
      <Rows threads={all.filter((thread) => !isResolved(thread))} onOpen={onOpen} />
      {done.length > 0 && (
        <details className="done-threads" open={done.some(({ id }) => newThings.has(id)) || undefined}>
          <summary>{t('thread.done', { count: done.length })}</summary>
          <Rows threads={done} onOpen={onOpen} />
        </details>
      )}
    </section>
  )
}

function Rows({ threads, onOpen }: Props & { threads: Thread[] }) {
  const t = words()
  const { passageId } = usePlace()
  const newThings = use(NewThings)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets.
    <ul role="list">
      {threads.map((thread) => (
        <li key={thread.id}>
          <a
            href={placeOfThread(thread)}
            className={newThings.has(thread.id) ? 'is-new' : undefined}
            aria-current={thread.id === passageId ? 'true' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              onOpen(thread.id)
            }}
          >
            <span className="quoted">“{thread.passage?.selectors.quote.exact}”</span>
            <span className="meta">
              <Icon of={MessageSquare} size="xs" /> {t('thread.count', { count: thread.comments.length })}
              {newThings.has(thread.id) && <NewMark />}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
