'use client'
import { sourceTerms, sourceWays } from '@/db/vocabulary'
import { isStatedDate } from '@/server/date/stated-date'
import { may } from '@/server/member/member'
import { say } from '@/server/refusal'
import { setUnlinkedField } from '@/server/room/doc/entries/unlinked-values'
import { setSourceField } from '@/server/room/doc/source-values'
import type { Source } from '@/server/source/source'
import type { Unlinked, UnlinkedField } from '@/server/source/unlinked'
import { words } from '@/server/words'
import { SourceNotes } from '../../../../../_sources/source-notes'
import { useRoom } from '../../../_room/use-room'
import { ChoiceField, ValueField } from '../../fields/field'
import { typing } from '../../fields/typing'
import { KindFields, SourceFrame } from '../source-frame'

type Props = { source: Source; unlinked: Unlinked; number: number; onClose: () => void }

/** A call, a mail, a meeting or a paper, open for writing; beside its terms stands what readers get of it. */
export function UnlinkedForm({ source, unlinked, number, onClose }: Props) {
  const t = words()
  const { doc, origin, desk, member, article } = useRoom()
  const { way, terms } = unlinked
  const write = (field: UnlinkedField) => (value: string) =>
    setUnlinkedField(doc, source.id, field, value, typing)
  const writeSource = (field: 'title' | 'date' | 'quote' | 'place') => (value: string) =>
    setSourceField(doc, source.id, field, value, typing)
  return (
    <SourceFrame source={source} number={number} onClose={onClose}>
      <ChoiceField
        label={t('source.way')}
        unset={t('source.wayUnset')}
        value={way}
        choices={sourceWays}
        nameOf={(one) => t(`sourceWay.${one}`)}
        onWrite={(one) => setUnlinkedField(doc, source.id, 'way', one, origin)}
      />
      <ChoiceField
        label={t('source.terms')}
        unset={t('source.termsUnset')}
        value={terms}
        choices={sourceTerms}
        nameOf={(one) => t(`sourceTerms.${one}`)}
        onWrite={(one) => setUnlinkedField(doc, source.id, 'terms', one, origin)}
      />
      {terms && <p className="wide meta">{t(`source.termsMeaning.${terms}`)}</p>}
      <ValueField wide autoFocus label={t('source.who')} value={unlinked.who} onWrite={write('who')} />
      {terms !== 'on-record' && <p className="wide meta">{t('source.roomSees')}</p>}
      <ValueField
        wide
        label={t('source.role')}
        hint={t('source.roleHint')}
        value={unlinked.role}
        onWrite={write('role')}
      />
      <ValueField
        label={t('source.when')}
        hint={t('source.dateHint')}
        value={source.date}
        onWrite={writeSource('date')}
        wrong={!source.date.trim() || isStatedDate(source.date) ? null : say({ code: 'date-unreadable' })}
      />
      <ValueField label={t('source.by')} value={unlinked.by} onWrite={write('by')} />
      {way === 'paper' && (
        <ValueField wide label={t('source.title')} value={source.title} onWrite={writeSource('title')} />
      )}
      <KindFields source={source} />
      <ValueField wide lines label={t('source.quote')} value={source.quote} onWrite={writeSource('quote')} />
      {way === 'paper' && (
        <ValueField
          wide
          label={t('source.place')}
          hint={t('source.placeHint')}
          value={source.place}
          onWrite={writeSource('place')}
        />
      )}
      <SourceNotes
        slug={desk.slug}
        sourceId={source.id}
        mayRead={may(member, 'read notes for editors')}
        isConfidential={false}
        keepIn={article.id}
      />
    </SourceFrame>
  )
}
