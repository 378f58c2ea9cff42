'use client'
import { lazy, Suspense, useRef, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import type { Claim } from '@/server/claim/claim'
import { plainText } from '@/server/claim/rationale'
import { words } from '@/server/words'
import { WritingHere } from '../../_presence/writing-here'
import { useRoom } from '../../_room/use-room'
import { RationaleText } from './rationale-text'
import { loadEditor, useEditorAtHand } from './use-editor-at-hand'

const RationaleEditor = lazy(async () => ({ default: (await loadEditor()).RationaleEditor }))

/** Where the caret goes when the editor takes the place of the text: a point that was pressed, or the end. */
export type Entry = { left: number; top: number } | 'end'

/** Why this verdict. The editor is mounted when somebody goes into the text, so that reading costs nothing. */
export function Rationale({ claim }: { claim: Claim }) {
  const t = words()
  const { mayEdit } = useRoom()
  const [entry, setEntry] = useState<Entry | null>(null)
  const pressed = useRef<Entry>('end')
  const box = useRef<HTMLDivElement>(null)
  useEditorAtHand()
  const enter = () => {
    if (entry) box.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
    else setEntry('end')
  }
  useKeys({ e: () => mayEdit && enter() })
  const count = plainText(claim.rationale).split(/\s+/u).filter(Boolean).length
  return (
    <section className="dt-sec" aria-labelledby="rat-h">
      <h3 className="label" id="rat-h">
        {t('rationale.title')}
      </h3>
      <WritingHere claimId={claim.id} field="rationale" />
      <div className="editor" ref={box} data-writes="rationale">
        {entry && mayEdit ? (
          <Suspense fallback={<ReadOnly claim={claim} />}>
            <RationaleEditor claim={claim} entry={entry} />
          </Suspense>
        ) : mayEdit ? (
          // biome-ignore lint/a11y/useSemanticElements: it becomes a rich text box as soon as it has the focus
          <div
            className="doc"
            role="textbox"
            tabIndex={0}
            aria-multiline="true"
            aria-labelledby="rat-h"
            aria-placeholder={t('rationale.empty')}
            onPointerDown={(event) => {
              pressed.current = { left: event.clientX, top: event.clientY }
            }}
            onFocus={() => setEntry(pressed.current)}
          >
            <RationaleText claim={claim} />
          </div>
        ) : (
          <ReadOnly claim={claim} />
        )}
        <div className="foot">
          <span>{t('rationale.words', { count })}</span>
          {mayEdit && !entry && (
            <span aria-hidden="true">
              <kbd>E</kbd>
            </span>
          )}
        </div>
      </div>
    </section>
  )
}

function ReadOnly({ claim }: { claim: Claim }) {
  return (
    <div className="doc">
      <RationaleText claim={claim} />
    </div>
  )
}
