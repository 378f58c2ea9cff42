import Link from 'next/link'
import { type RefusalCode, say } from '../../server/refusal'
import { words } from '../../server/words'
import { EntryPage } from '../_entry/entry-page'

/** What stands where somebody came back from the provider and was not let in: why, and the way back. */
export function RefusedPage({ code }: { code: RefusalCode }) {
  const t = words()
  return (
    <EntryPage title={t('signIn.refused')} lead={say({ code })}>
      <Link className="btn lg block" href="/sign-in">
        {t('signIn.back')}
      </Link>
    </EntryPage>
  )
}
