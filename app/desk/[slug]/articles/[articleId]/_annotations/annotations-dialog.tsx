'use client'
import { useId } from 'react'
import { DiffLines } from '@/app/_text/diff-lines'
import { Dialog } from '@/app/_ui/dialog'
import { diffText } from '@/server/claim/word-diff'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { type FoundAnnotation, useAnnotations } from './use-annotations'

/** Makes claims of annotations that were made with another tool; a person says of the doubtful ones whether they are there. */
export function AnnotationsDialog({ onClose }: { onClose: () => void }) {
  const t = words()
  const id = useId()
  const { found, leftOut, refusal, chosen, choose, read, mark } = useAnnotations(onClose)
  const count = (is: FoundAnnotation['place']['is']) => found.filter(({ place }) => place.is === is).length
  return (
    <Dialog title={t('annotation.title')} isOpen onClose={onClose}>
      <div className="field">
        <label htmlFor={id}>{t('annotation.file')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('annotation.hint')}
        </p>
        <input
          id={id}
          type="file"
          accept=".json,.jsonld,application/json,application/ld+json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void read(file)
          }}
        />
      </div>
      {refusal && (
        <p className="missing" role="alert">
          {say(refusal)}
        </p>
      )}
      {found.length > 0 && (
        <>
          <p role="status">
            {t('annotation.found', {
              placed: count('placed'),
              doubtful: count('doubtful'),
              missing: count('not-found'),
            })}{' '}
            {leftOut > 0 && t('annotation.leftOut', { count: leftOut })}
          </p>
          <ul className="annotation-list" aria-label={t('annotation.list')}>
            {found.map((one) => (
              <Line key={one.key} one={one} isChosen={chosen.has(one.key)} onChoose={choose} />
            ))}
          </ul>
        </>
      )}
      <button
        type="button"
        className="btn primary"
        aria-disabled={chosen.size === 0 || undefined}
        onClick={() => chosen.size > 0 && mark()}
      >
        {t('annotation.mark', { count: chosen.size })}
      </button>
    </Dialog>
  )
}

type LineProps = { one: FoundAnnotation; isChosen: boolean; onChoose: (key: number) => void }

function Line({ one: { key, annotation, place, passage, isMarked }, isChosen, onChoose }: LineProps) {
  const t = words()
  const { quote, note, by } = annotation
  const differs = passage !== null && passage !== quote.exact
  return (
    <li>
      {passage !== null && !isMarked ? (
        <label>
          <input type="checkbox" checked={isChosen} onChange={() => onChoose(key)} />
          <q dir="auto">{passage}</q>
        </label>
      ) : (
        <q dir="auto">{passage ?? quote.exact}</q>
      )}
      {isMarked && <p className="meta">{t('annotation.marked')}</p>}
      {!isMarked && place.is === 'doubtful' && <p className="missing">{t('annotation.doubtful')}</p>}
      {place.is === 'not-found' && <p className="missing">{t('annotation.missing')}</p>}
      {differs && (
        <div className="diff" dir="auto">
          <DiffLines lines={diffText(quote.exact, passage)} />
        </div>
      )}
      {note && (
        <p className="meta" dir="auto">
          {by ? t('annotation.note', { name: by, note }) : note}
        </p>
      )}
    </li>
  )
}
