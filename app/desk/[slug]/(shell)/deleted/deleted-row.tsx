import { FileText, Highlighter, Link2, type LucideIcon, MessageSquare } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { ReasonedButton } from '@/app/_ui/reason'
import { Ago } from '@/app/_ui/time'
import type { DeletedKind, DeletedThing } from '@/server/deleted/deleted'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'

const icons: Record<DeletedKind, LucideIcon> = {
  ...{ article: FileText, claim: Highlighter, source: Link2, thread: MessageSquare },
}
const isWords: Record<DeletedKind, boolean> = { article: true, claim: true, source: false, thread: false }

type Props = { thing: DeletedThing; reason: Refusal | null; isBusy: boolean; onBringBack: () => void }

/** One deleted thing: what it was and where, who deleted it and when, and the way back or why there is none. */
export function DeletedRow({ thing, reason, isBusy, onBringBack }: Props) {
  const t = words()
  const { kind, by, at, isMerged, articleTitle } = thing
  const name = thing.name || t(`deleted.unnamed.${kind}`)
  return (
    <li id={rowOf(thing)}>
      <p className="deleted-kind meta">
        <Icon of={icons[kind]} size="sm" /> {isMerged ? t('deleted.merged') : t(`deleted.kind.${kind}`)}
      </p>
      <div className="deleted-what">
        <p className={`st ${isWords[kind] ? 'serif' : ''}`}>{name}</p>
        {kind !== 'article' && <p className="meta">{t('deleted.in', { article: articleTitle })}</p>}
        <p className="meta">
          {t(isMerged ? 'deleted.mergedBy' : 'deleted.by', { name: by.name })}, <Ago at={at} />
        </p>
        {isMerged && <p className="meta">{t('deleted.mergedHint')}</p>}
      </div>
      {reason?.code !== 'role-too-low' && (
        <ReasonedButton
          id={`back-${rowOf(thing)}`}
          className="btn sm"
          reason={reason && say(reason)}
          onClick={() => !isBusy && onBringBack()}
        >
          {t(isBusy ? 'deleted.bringingBack' : 'deleted.bringBack')}
          <span className="vh">: {name}</span>
        </ReasonedButton>
      )}
    </li>
  )
}

/** The id of a thing's row on the page. */
export const rowOf = ({ kind, id }: Pick<DeletedThing, 'kind' | 'id'>) => `${kind}-${id}`
