'use client'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { type Search, type SearchField, whySearchUnfinished } from '@/server/claim/asked/search'
import type { Claim } from '@/server/claim/claim'
import { isStatedDate, statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import { say } from '@/server/refusal'
import { setSearchField } from '@/server/room/doc/entries/asked-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { ValueField } from '../fields/field'
import { typing } from '../fields/typing'
import { sayUndoable } from '../undo-toast'
import { AskedForm, AskedItem, AskedSection } from './asked-frame'

/** What was looked for and not found, one of them open for writing. */
export function Searches({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin, mayEdit, member } = useRoom()
  const [openId, setOpenId] = useState<string | null>(null)
  const add = () => {
    const id = uuid()
    setSearchField(doc, { claimId: claim.id, id }, 'by', member.name, origin)
    setOpenId(id)
  }
  if (!mayEdit && claim.searches.length === 0) return null
  return (
    <AskedSection
      {...{
        id: 'searches-h',
        title: t('searched.title'),
        add: t('searched.add'),
        hint: t('searched.counts'),
      }}
      count={claim.searches.length}
      onAdd={mayEdit ? add : null}
    >
      {claim.searches.map((search, index) =>
        search.id === openId && mayEdit ? (
          <SearchForm
            key={search.id}
            {...{ claimId: claim.id, search, number: index + 1 }}
            onClose={() => setOpenId(null)}
          />
        ) : (
          <AskedItem
            key={search.id}
            {...{ id: search.id, number: index + 1, name: search.what, about: aboutSearch(search) }}
            missing={sayNull(whySearchUnfinished(search, index + 1))}
            edit={t('searched.edit', { number: index + 1 })}
            onEdit={mayEdit ? () => setOpenId(search.id) : null}
          />
        ),
      )}
    </AskedSection>
  )
}

const sayNull = (refusal: Parameters<typeof say>[0] | null) => refusal && say(refusal)

const aboutSearch = ({ where, when, by, through }: Search) => inRow([where, statedDate(when), through, by])

type FormProps = { claimId: string; search: Search; number: number; onClose: () => void }

function SearchForm({ claimId, search, number, onClose }: FormProps) {
  const t = words()
  const { doc, origin } = useRoom()
  const place = { claimId, id: search.id }
  const write = (field: SearchField) => (value: string) => setSearchField(doc, place, field, value, typing)
  const remove = () => {
    setSearchField(doc, place, 'deleted', new Date().toISOString(), origin)
    sayUndoable(t('searched.removed', { number }), () => setSearchField(doc, place, 'deleted', null, origin))
  }
  return (
    <AskedForm
      {...{ id: search.id, number, name: t('searched.number', { number }), onClose }}
      {...{ why: whySearchUnfinished(search, number), remove: t('searched.remove'), onRemove: remove }}
    >
      <ValueField wide autoFocus label={t('searched.what')} value={search.what} onWrite={write('what')} />
      <ValueField
        wide
        label={t('searched.where')}
        hint={t('searched.whereHint')}
        value={search.where}
        onWrite={write('where')}
      />
      <ValueField
        label={t('searched.when')}
        hint={t('source.dateHint')}
        value={search.when}
        onWrite={write('when')}
        wrong={!search.when.trim() || isStatedDate(search.when) ? null : say({ code: 'date-unreadable' })}
      />
      <ValueField label={t('searched.by')} value={search.by} onWrite={write('by')} />
      <ValueField
        wide
        lines
        label={t('searched.through')}
        hint={t('searched.throughHint')}
        value={search.through}
        onWrite={write('through')}
      />
    </AskedForm>
  )
}
