import Link from 'next/link'
import { useState } from 'react'
import { VerdictMark } from '@/app/_ui/verdict'
import { type Reading, ReadState } from '@/app/_ui/wait/read-state'
import type { Verdict } from '@/db/vocabulary'
import { words } from '@/server/words'

type QueueProps = {
  title: string
  /** How many there are; left out where nobody counts. */
  count?: number
  /** Where all of them are; without it they are shown in place. */
  all?: { href: string; label?: string }
  /** How many are shown before all are asked for. */
  few?: number
  /** What is said when there is nothing. */
  empty: string
  query: Reading
  items: React.ReactNode[]
  /** What else is to be said, at the foot. */
  note?: React.ReactNode
  /** What else can be done, in its head, and with what is selected, above the list. */
  acts?: React.ReactNode
  bar?: React.ReactNode
}

/** One column of the desk: what waits in it, or why nothing is to be seen. */
export function Queue({ title, count, all, few = 4, empty, query, items, note, acts, bar }: QueueProps) {
  const t = words()
  const [isOpen, setIsOpen] = useState(false)
  const isEmpty = items.length === 0
  return (
    <section className="queue" aria-busy={query.data === undefined || undefined}>
      <header>
        <h2>
          {title} {count !== undefined && <span className="n">{count}</span>}
        </h2>
        {all && !isEmpty && (
          <Link href={all.href}>
            {all.label ?? t('desk.viewAll')}
            <span className="vh">: {title}</span>
          </Link>
        )}
        {!all && items.length > few && (
          <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'desk.viewFewer' : 'desk.viewAll')}
            <span className="vh">: {title}</span>
          </button>
        )}
        {acts}
      </header>
      {bar}
      <ReadState of={query} name={title} lines={2} />
      {isEmpty && query.data !== undefined && <p className="meta queue-empty">{empty}</p>}
      {!isEmpty && <ul>{isOpen ? items : items.slice(0, few)}</ul>}
      {note}
    </section>
  )
}

type ItemProps = {
  /** Readers' pages are no part of the app: a plain link opens them, Next's would first ask them for something else. */
  isPublic?: boolean
  to: string
  verdict: Verdict | null
  /** What stands in the place of the verdict's mark, where there is none to show. */
  mark?: React.ReactNode
  statement: string
  /** A box that selects it, while somebody selects. */
  box?: React.ReactNode
  children: React.ReactNode
}

/** One claim in a queue, by its verdict and words; below them what the queue says of it. */
export function QueueItem({ isPublic, to, verdict, mark, statement, box, children }: ItemProps) {
  const said = (
    <>
      {mark ?? <VerdictMark verdict={verdict} named />}
      <span className="st">{statement}</span>
      {children}
    </>
  )
  return (
    <li className={box ? 'picks' : undefined}>
      {box}
      {isPublic ? (
        <a href={to}>{said}</a>
      ) : (
        <Link href={to} prefetch={false}>
          {said}
        </Link>
      )}
    </li>
  )
}
