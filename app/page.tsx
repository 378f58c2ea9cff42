import { redirect } from 'next/navigation'
import { words } from '../server/words'
import { api, currentPerson } from './_api/server'
import { EntryPage } from './_entry/entry-page'
import { SignOut } from './_entry/sign-out'

/** Sends everybody to where they begin: first run, sign-in, or their desk. */
export default async function StartPage() {
  const newsroom = await api()
  const person = await currentPerson()
  if (!person && (await newsroom.member.needsSetUp())) redirect('/setup')
  if (!person) redirect('/sign-in')
  const [desk] = await newsroom.member.desks()
  if (desk) redirect(`/desk/${desk.slug}`)
  const t = words()
  return (
    <EntryPage title={t('noDesk.title')} lead={t('noDesk.lead', { email: person.email })}>
      <SignOut className="btn lg block">{t('noDesk.signOut')}</SignOut>
    </EntryPage>
  )
}
