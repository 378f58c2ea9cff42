'use client'
import '../../../_styles/work/source-note.css'
import { useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Ago } from '@/app/_ui/time'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { words } from '@/server/words'
import { KeepNote } from './keep-note'
import { saveFile } from './save-file'
import { useSourceNotes } from './use-source-notes'

type Props = {
  slug: string
  sourceId: string
  /** Whether this member is an editor of the desk: the server asks again. */
  mayRead: boolean
  isConfidential: boolean
  /** The article in whose room one can be written; where claims are approved they are only read. */
  keepIn?: string
}

/** What editors alone may know of a source: whoever writes in rooms adds to it, editors read it when they ask to. */
export function SourceNotes({ slug, sourceId, mayRead, isConfidential, keepIn }: Props) {
  const t = words()
  const { notes, isSealed, isBusy, ...acts } = useSourceNotes(slug, sourceId)
  const [wasAsked, setAsked] = useState(false)
  const trying = async (act: () => Promise<unknown>) => act().catch((error) => sayWrong(sentenceOf(error)))
  const save = async (noteId: string, name: string) => {
    const base64 = await acts.fetchFile(noteId)
    if (base64 === null) sayWrong(t('sourceNote.lost'))
    else saveFile(name, base64)
  }
  const remove = async (noteId: string) => {
    await acts.remove(noteId)
    sayDone(t('sourceNote.removed'))
  }
  return (
    <section className="source-notes wide" aria-label={t('sourceNote.title')}>
      <h4 className="label">{t('sourceNote.title')}</h4>
      <p className="meta">
        {t('sourceNote.lead')} {isSealed && t('sourceNote.sealed')}
      </p>
      {isConfidential && isSealed === false && <p className="missing">{t('sourceNote.noKey')}</p>}
      {keepIn && !(isConfidential && isSealed === false) && (
        <KeepNote onKeep={(text, file) => acts.keep(keepIn, text, file)} />
      )}
      {mayRead && notes === null && (
        <button
          type="button"
          className="btn sm"
          aria-disabled={isBusy}
          onClick={() => !isBusy && trying(acts.read).then(() => setAsked(true))}
        >
          {t('sourceNote.read')}
        </button>
      )}
      {wasAsked && notes?.length === 0 && <p role="status">{t('sourceNote.none')}</p>}
      {notes && notes.length > 0 && (
        <ul className="note-list">
          {notes.map(({ id, by, at, words: said }) => (
            <li key={id}>
              <p className="meta">
                <bdi>{by}</bdi>, <Ago at={at} />
              </p>
              <p className={said ? 'note-text' : 'missing'} dir="auto">
                {said ? said.text : t('sourceNote.lost')}
              </p>
              <p className="row">
                {said?.fileName && (
                  <button
                    type="button"
                    className="btn xs"
                    onClick={() => trying(() => save(id, said.fileName ?? ''))}
                  >
                    {t('sourceNote.save', { name: said.fileName })}
                  </button>
                )}
                <button type="button" className="btn quiet xs" onClick={() => trying(() => remove(id))}>
                  {t('sourceNote.remove')}
                </button>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
