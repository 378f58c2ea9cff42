'use client'
import { type RefObject, useMemo } from 'react'
import { useRoom, useWindows } from '../../_room/use-room'
import { RemoteFlags } from './remote-flags'
import { useFreshSelections } from './use-fresh-selections'
import { useRemoteSelections } from './use-remote-selections'

type Props = { article: RefObject<HTMLElement | null>; shown: unknown }

/** What others have selected in the article and where they read; the list of people says the same in words. */
export function Others({ article, shown }: Props) {
  const windows = useWindows()
  const { connection } = useRoom()
  const selections = useFreshSelections(windows)
  const readers = useMemo(() => windows.filter(({ isMe, readsAt }) => !isMe && readsAt !== null), [windows])
  const painted = useRemoteSelections(article, { selections, readers }, shown)
  if (connection === 'offline') return null
  return (
    <>
      <RemoteFlags flags={painted.flags} />
      {painted.readers.map(({ person, top }, index) => (
        <span
          key={person.window}
          className={`reads-here who-${person.colour}`}
          style={{ top, insetInlineStart: 2 + (index % 4) * 4 }}
          aria-hidden="true"
        />
      ))}
    </>
  )
}
