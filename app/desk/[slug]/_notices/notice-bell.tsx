'use client'
import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import Link from 'next/link'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'

/** How often it is asked whether there is something new, in ms. */
const live = 5_000

/** The way to one's notices, with how many are unread. */
export function NoticeBell({ slug }: { slug: string }) {
  const t = words()
  const { data: unread = 0 } = useQuery(
    useTRPC().notice.unread.queryOptions({ desk: slug }, { refetchInterval: live }),
  )
  return (
    <Link
      className="bell"
      href={`/desk/${slug}/notices`}
      aria-label={unread > 0 ? t('notice.unread', { count: unread }) : t('notice.title')}
    >
      <Icon of={Bell} />
      {unread > 0 && (
        <span className="n" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
