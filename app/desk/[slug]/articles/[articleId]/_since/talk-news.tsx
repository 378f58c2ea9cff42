'use client'
import type { Thread } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useIsNew, useSince } from './since-context'

/** How much of some threads is new to this member. */
export function useTalkNews(threads: Thread[]): { said: number; settled: number } {
  const isNew = useIsNew()
  return {
    said: threads.flatMap(({ comments }) => comments).filter(({ saidAt, by }) => isNew(saidAt, by.id)).length,
    settled: threads.filter(({ resolution }) => resolution && isNew(resolution.at, resolution.by.id)).length,
  }
}

/** Says how much is new in some threads; what is new is marked in them. */
export function TalkNews({ threads }: { threads: Thread[] }) {
  const t = words()
  const { said, settled } = useTalkNews(threads)
  return (
    <>
      {said > 0 && <p>{t('since.newComments', { count: said })}</p>}
      {settled > 0 && <p>{t('since.settled', { count: settled })}</p>}
    </>
  )
}

/** What is new in the thread about the open passage, while that is to be marked. */
export function PassageNews({ thread }: { thread: Thread }) {
  const { isOn } = useSince()
  const { said, settled } = useTalkNews([thread])
  if (!isOn) return null
  return (
    <div className="since-here" role="status">
      {said + settled === 0 && <p className="meta">{words()('since.nothingHere')}</p>}
      <TalkNews threads={[thread]} />
    </div>
  )
}
