'use client'
import '@/app/_styles/wait/read-state.css'
import { useQueryClient } from '@tanstack/react-query'
import { CloudOff, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { words } from '@/server/words'
import { Icon } from '../icon'

/** How the reading of a list stands, as React Query tells it. */
export type Reading = {
  data: unknown
  error: unknown
  fetchStatus: 'fetching' | 'paused' | 'idle'
  /** Of a list that is read by pages: whether it was the next one that failed. */
  isFetchNextPageError?: boolean
  fetchNextPage?: () => unknown
}

type Props = { of: Reading; name: string; lines?: number }

/**
 * Stands above a list that is read in the browser: its outline until it is there, that it waits for a line, or that it
 * could not be read, with another try. What was read before stays below it.
 */
export function ReadState({ of, name, lines = 3 }: Props) {
  const queries = useQueryClient()
  const part = useRef<HTMLDivElement>(null)
  const again = () => {
    // The button goes with what it stands in.
    part.current?.focus()
    if (of.isFetchNextPageError) return void of.fetchNextPage?.()
    // What failed with it is asked for with it: the line is there again, or is not.
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  }
  return (
    <div className="read-state" tabIndex={-1} ref={part}>
      <State {...{ of, name, lines, again }} />
    </div>
  )
}

function State({ of, name, lines = 3, again }: Props & { again: () => void }) {
  if (of.error !== null) return <NotRead {...{ of, name, again }} />
  if (of.data !== undefined) return null
  return of.fetchStatus === 'paused' ? <WaitsForLine /> : <Outline name={name} lines={lines} />
}

function NotRead({ of, name, again }: { of: Reading; name: string; again: () => void }) {
  const t = words()
  const isOld = of.data !== undefined
  return (
    <div className={isOld ? 'notice warn' : 'notice bad'} role={isOld ? 'status' : 'alert'}>
      <Icon of={TriangleAlert} />
      <b>{t(isOld ? 'ui.notReadAgain' : 'ui.notRead', { name })}</b>
      <p>{sentenceOf(of.error)}</p>
      <p>
        <button type="button" className="linkbtn" aria-label={t('ui.tryAgainOf', { name })} onClick={again}>
          {t('ui.tryAgain')}
        </button>
      </p>
    </div>
  )
}

function WaitsForLine() {
  return (
    <div className="notice" role="status">
      <Icon of={CloudOff} />
      <p>{words()('ui.waitsForLine')}</p>
    </div>
  )
}

/** Seen only if it takes a while. */
function Outline({ name, lines }: { name: string; lines: number }) {
  return (
    <div className="lines late" role="status">
      <span className="vh">{words()('ui.reading', { name })}</span>
      {Array.from({ length: lines }, (_, place) => (
        // The lines never change place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={place} className="sk" aria-hidden="true" />
      ))}
    </div>
  )
}
