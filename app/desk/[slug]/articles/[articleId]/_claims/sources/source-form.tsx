'use client'
import { isStatedDate } from '@/server/date/stated-date'
import { say } from '@/server/refusal'
import { setSourceField } from '@/server/room/doc/source-values'
import { linkOf, type Source, type SourceField } from '@/server/source/source'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { ValueField } from '../fields/field'
import { typing } from '../fields/typing'
import { KindFields, SourceFrame } from './source-frame'

type Props = { source: Source; number: number; onClose: () => void }

/** A source with a link or a title, open for writing. */
export function SourceForm({ source, number, onClose }: Props) {
  const t = words()
  const { doc } = useRoom()
  const write = (field: SourceField) => (value: string) =>
    setSourceField(doc, source.id, field, value, typing)
  const isNoLink = source.address.trim() !== '' && !linkOf(source.address)
  return (
    <SourceFrame source={source} number={number} onClose={onClose}>
      <ValueField
        wide
        autoFocus={source.title === ''}
        label={t('source.title')}
        value={source.title}
        onWrite={write('title')}
      />
      <ValueField
        wide
        autoFocus={source.title !== ''}
        label={t('source.address')}
        hint={t('source.addressHint')}
        value={source.address}
        onWrite={write('address')}
      />
      {isNoLink && <p className="field-wrong wide">{t('source.notLink')}</p>}
      <KindFields source={source} />
      <ValueField label={t('source.publisher')} value={source.publisher} onWrite={write('publisher')} />
      <ValueField
        label={t('source.date')}
        hint={t('source.dateHint')}
        value={source.date}
        onWrite={write('date')}
        wrong={!source.date.trim() || isStatedDate(source.date) ? null : say({ code: 'date-unreadable' })}
      />
      <ValueField wide lines label={t('source.quote')} value={source.quote} onWrite={write('quote')} />
      <ValueField
        wide
        label={t('source.place')}
        hint={t('source.placeHint')}
        value={source.place}
        onWrite={write('place')}
      />
    </SourceFrame>
  )
}
