'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { dateFormat } from '@/server/date/date-format'
import { screenLocale, words } from '@/server/words'

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/**
 * How long ago something was, in words that renew themselves each minute; the exact time is in the title. The server
 * says it in the same words: longer ones would move what stands below once the page's script takes over.
 */
export function Ago({ at }: { at: Date }) {
  const minute = useSyncExternalStore(everyMinute, thisMinute, thisMinute)
  return (
    <time dateTime={at.toISOString()} title={exact(at)} suppressHydrationWarning>
      {ago(at, minute * 60_000)}
    </time>
  )
}

/** The minute it is, renewed with each one; null until the page stands in a browser. */
export function useNow(): Date | null {
  const minute = useSyncExternalStore(everyMinute, thisMinute, () => 0)
  return useMemo(() => (minute === 0 ? null : new Date((minute - 1) * 60_000)), [minute])
}

/** A day and time as people write it: "5 March 2026, 14:10". */
export function exact(at: Date): string {
  const said = (style: Intl.DateTimeFormatOptions) => dateFormat(screenLocale(), style).format(at)
  return words()('ui.dayAndTime', { day: said({ dateStyle: 'long' }), time: said({ timeStyle: 'short' }) })
}

function ago(at: Date, now: number): string {
  const seconds = Math.max(0, (now - at.getTime()) / 1000)
  const step = steps.find(([, length]) => seconds >= length)
  if (!step) return words()('ui.justNow')
  const [unit, length] = step
  const since = new Intl.RelativeTimeFormat(screenLocale(), { numeric: 'auto', style: 'short' })
  return since.format(-Math.floor(seconds / length), unit)
}

function everyMinute(renew: () => void) {
  const timer = setInterval(renew, 20_000)
  return () => clearInterval(timer)
}

const thisMinute = () => Math.ceil(Date.now() / 60_000)
