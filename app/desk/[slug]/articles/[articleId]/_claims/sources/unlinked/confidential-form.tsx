'use client'
import { may } from '@/server/member/member'
import { setReason } from '@/server/room/doc/entries/unlinked-values'
import type { Source } from '@/server/source/source'
import { words } from '@/server/words'
import { SourceNotes } from '../../../../../_sources/source-notes'
import { useRoom } from '../../../_room/use-room'
import { ValueField } from '../../fields/field'
import { typing } from '../../fields/typing'
import { KindFields, SourceFrame } from '../source-frame'

type Props = { source: Source; reason: string; number: number; onClose: () => void }

/** The placeholder of a confidential source, open for writing; its details go to the editors, past the room. */
export function ConfidentialForm({ source, reason, number, onClose }: Props) {
  const t = words()
  const { doc, desk, member, article } = useRoom()
  return (
    <SourceFrame source={source} number={number} onClose={onClose}>
      <ValueField
        wide
        autoFocus
        label={t('source.reason')}
        hint={t('source.reasonHint')}
        value={reason}
        onWrite={(value) => setReason(doc, source.id, value, typing)}
      />
      <p className="wide meta">{t('source.reasonPublic')}</p>
      <KindFields source={source} />
      <SourceNotes
        slug={desk.slug}
        sourceId={source.id}
        mayRead={may(member, 'read notes for editors')}
        isConfidential
        keepIn={article.id}
      />
    </SourceFrame>
  )
}
