'use client'
import { useCallback, useMemo, useState } from 'react'
import { ProblemSummary } from '@/app/_form/problem'
import { whyNotAddress, whyNotField } from '@/server/article/article'
import {
  type BlockChange,
  type BlockEdits,
  changedEdits,
  effectiveEdits,
} from '@/server/article/draft/edited-blocks'
import { pagesOfBlocks } from '@/server/article/draft/page-of-block'
import { type Extraction, fields } from '@/server/article/extract/extraction'
import { words } from '@/server/words'
import { DraftAddress } from './draft-address'
import { DraftBlocks } from './draft-blocks'
import { DraftField, idOf } from './draft-field'
import { textsOf, valuesOf } from './draft-texts'
import { OriginalPane } from './original-pane'
import { useDraft } from './use-draft'

const panes = ['read', 'original'] as const

type Props = {
  slug: string
  draft: {
    id: string
    extraction: Extraction
    address: string | null
    file: { name: string } | null
    pages: string | null
  }
  /** Another draft of the member's that waits, if there is one. */
  nextId: string | null
}

/** What was read, field by field and block by block, beside the original; on a narrow screen one of the two. */
export function DraftReview({ slug, draft, nextId }: Props) {
  const t = words()
  const { extraction } = draft
  const [pane, setPane] = useState<(typeof panes)[number]>('read')
  const [typed, setTyped] = useState(() => textsOf(extraction))
  const [isOwn, setIsOwn] = useState(false)
  const [address, setAddress] = useState('')
  const [edits, setEdits] = useState<BlockEdits>({ leftOut: [], joined: [], kinds: [] })
  const change = useCallback((one: BlockChange) => setEdits((before) => changedEdits(before, one)), [])
  const [isTried, setIsTried] = useState(false)
  const [position, setPosition] = useState<number | null>(null)
  const pages = useMemo(() => draft.pages?.split('\f') ?? null, [draft.pages])
  const pageOf = useMemo(() => pages && pagesOfBlocks(extraction.blocks, pages), [extraction.blocks, pages])
  const { freeze, drop, isPending, problems } = useDraft(slug, draft.id, nextId)
  const send = (isFollowed: boolean) => {
    setIsTried(true)
    const wrong = fields.find((field) => whyNotField(field, typed[field]))
    const first = wrong ?? (whyNotAddress(address) && 'address')
    if (first) return document.getElementById(idOf(first))?.focus()
    freeze({ ...valuesOf(typed), isOwn, address, ...effectiveEdits(extraction.blocks, edits) }, isFollowed)
  }
  return (
    <div className="draft-panes" data-pane={pane}>
      <fieldset className="seg">
        <legend className="vh">{t('import.panes')}</legend>
        {panes.map((one) => (
          <button key={one} type="button" aria-pressed={one === pane} onClick={() => setPane(one)}>
            {t(`import.pane.${one}`)}
          </button>
        ))}
      </fieldset>
      <form
        className="draft-read"
        onSubmit={(event) => {
          event.preventDefault()
          send(false)
        }}
      >
        <section className="draft-fields">
          {fields.map((field) => (
            <DraftField
              key={field}
              field={field}
              value={typed[field]}
              problem={isTried ? whyNotField(field, typed[field]) : null}
              origin={
                typed[field] === textsOf(extraction)[field]
                  ? (extraction.provenance[field] ?? 'none')
                  : 'member'
              }
              onChange={(value) => setTyped({ ...typed, [field]: value })}
            />
          ))}
          {draft.address === null && (
            <DraftAddress
              value={address}
              problem={isTried ? whyNotAddress(address) : null}
              onChange={setAddress}
            />
          )}
          <label className="check">
            <input type="checkbox" checked={isOwn} onChange={(event) => setIsOwn(event.target.checked)} />
            <span>
              {t('import.isOwn')}
              <span className="meta">{t('import.isOwnHint')}</span>
            </span>
          </label>
        </section>
        <DraftBlocks blocks={extraction.blocks} edits={edits} onChange={change} onFocus={setPosition} />
        <ProblemSummary title={t('import.problem')} problems={problems} />
        <div className="row draft-foot">
          <button type="submit" className="btn primary" disabled={isPending}>
            {t(isPending ? 'import.freezing' : 'import.freeze')}
          </button>
          {nextId && (
            <button type="button" className="btn" disabled={isPending} onClick={() => send(true)}>
              {t('import.freezeNext')}
            </button>
          )}
          <button type="button" className="btn quiet" disabled={isPending} onClick={drop}>
            {t('import.dismiss')}
          </button>
        </div>
      </form>
      <OriginalPane
        slug={slug}
        draft={draft}
        pages={pages}
        page={position === null ? null : (pageOf?.[position] ?? null)}
      />
    </div>
  )
}
