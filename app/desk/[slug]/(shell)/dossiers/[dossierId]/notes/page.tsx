import type { Metadata } from 'next'
import { answerFor, api } from '@/app/_api/server'
import { Ago } from '@/app/_ui/time'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { AddNote } from './add-note'

type Props = { params: Promise<{ slug: string; dossierId: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('dossier.tab.notes') })

/** What members noted about the event, signed, for members alone. */
export default async function NotesPage({ params }: Props) {
  const t = words()
  const { slug, dossierId } = await params
  const here = `/desk/${slug}/dossiers/${dossierId}/notes`
  const newsroom = await api()
  const { member } = await answerFor(here, newsroom.member.desk({ desk: slug }))
  const notes = await answerFor(here, newsroom.dossier.notes({ desk: slug, dossierId }))
  return (
    <section className="dos-notes" aria-label={t('dossier.tab.notes')}>
      <p className="ink-2">{t('dossier.notesHint')}</p>
      {notes.length === 0 && <p>{t('dossier.noNotes')}</p>}
      <ol>
        {notes.map(({ id, by, text, at }) => (
          <li key={id}>
            <p className="meta">
              <bdi>{by.name}</bdi>, <Ago at={at} />
            </p>
            <p className="said" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      {may(member, 'gather dossiers') && <AddNote slug={slug} dossierId={dossierId} />}
    </section>
  )
}
