import Link from 'next/link'
import { words } from '@/server/words'
import { EmptyPage } from './empty-page'

/** What stands where nothing is, and where something is that one may not know of: they look the same. */
export function Lost({ wayBack, to }: { wayBack: string; to: string }) {
  const t = words()
  return (
    <EmptyPage title={t('lost.title')} lead={t('lost.lead')}>
      <Link className="btn" href={to}>
        {wayBack}
      </Link>
    </EmptyPage>
  )
}
