'use client'
import '@/app/_styles/work/work.css'
import { Clock } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { useNow } from '@/app/_ui/time'
import { type DueWord, dueWord } from '@/server/assignment/due/due'
import { dateFormat } from '@/server/date/date-format'
import { screenLocale, words } from '@/server/words'

type Props = { at: Date; timeZone: string; isShort?: boolean }

/** When something is due on the desk's calendar and clock, such as "due today, 14:00"; overdue stands out by its words. */
export function Due({ at, timeZone, isShort }: Props) {
  const now = useNow()
  const due = dueWord(at, now ?? at, timeZone)
  return (
    <time
      className={`due ${due.is === 'later' ? '' : due.is}`}
      dateTime={at.toISOString()}
      suppressHydrationWarning
    >
      {due.is !== 'later' && <Icon of={Clock} size="xs" />}
      {isShort && due.is !== 'later' ? words()(`work.filters.${due.is}`).toLocaleLowerCase() : sayDue(due)}
    </time>
  )
}

/** "due tomorrow, 14:00", "overdue since 5 March". */
function sayDue({ is, day, time }: DueWord): string {
  const t = words()
  return t(is === 'overdue' ? 'work.overdue' : 'work.due', { day: sayDay(day), time: time ?? 'none' })
}

function sayDay(day: DueWord['day']): string {
  if (typeof day === 'string') return words()(`work.${day}`)
  const year = day.isThisYear ? undefined : 'numeric'
  const format = dateFormat(screenLocale(), {
    ...{ day: 'numeric', month: 'long', year, timeZone: 'UTC' },
  } as const)
  return format.format(new Date(day.date))
}
