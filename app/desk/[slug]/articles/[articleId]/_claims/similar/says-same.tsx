import { TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { useKeepFocus } from '@/app/_keys/use-keep-focus'
import { Icon } from '@/app/_ui/icon'
import { VerdictMark } from '@/app/_ui/verdict'
import type { Claim } from '@/server/claim/claim'
import { may } from '@/server/member/member'
import type { LinkedClaim } from '@/server/proposition/proposition'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useProposition, usePropositionActs } from './use-proposition'

/** What the claim says together with others, which of them a correction has overtaken, and a draft for each of those. */
export function SaysSame({ claim }: { claim: Claim }) {
  const t = words()
  const { member } = useRoom()
  const proposition = useProposition(claim.id)
  const { unlink, draft, isDrafting } = usePropositionActs()
  const section = useRef<HTMLElement>(null)
  useKeepFocus(section)
  if (!proposition || proposition.claims.length < 2) return null
  const mayRelate = may(member, 'relate claims')
  const overturned = proposition.claims.filter(({ overturnedBy }) => overturnedBy)
  return (
    <section className="similar" aria-labelledby={`same-${claim.id}`} ref={section}>
      <h3 id={`same-${claim.id}`}>{t('proposition.title')}</h3>
      <p className="meta">{t('proposition.statement', { statement: proposition.statement })}</p>
      {overturned.length > 0 && (
        <div className="notice warn">
          <Icon of={TriangleAlert} />
          <b>{t('proposition.overturnedCount', { count: overturned.length })}</b>
          {mayRelate && (
            <p className="acts">
              <button
                type="button"
                className="btn sm"
                aria-disabled={isDrafting || undefined}
                onClick={() => !isDrafting && draft(proposition.id)}
              >
                {t('proposition.draftAll', { count: overturned.length })}
              </button>
            </p>
          )}
        </div>
      )}
      <ul>
        {proposition.claims.map((linked) => (
          <Linked
            key={linked.linkId}
            linked={linked}
            isOpen={linked.claimId === claim.id}
            onUnlink={mayRelate ? () => unlink(linked.linkId) : null}
          />
        ))}
      </ul>
    </section>
  )
}

type Props = { linked: LinkedClaim; isOpen: boolean; onUnlink: (() => void) | null }

function Linked({
  linked: { claimId, statement, work, published, overturnedBy, linkedBy },
  isOpen,
  onUnlink,
}: Props) {
  const t = words()
  const { desk } = useRoom()
  const address = work ? `/desk/${desk.slug}/articles/${work.articleId}?claim=${claimId}` : published?.path
  const verdict = published ? published.verdict : (work?.verdict ?? null)
  return (
    <li aria-current={isOpen ? 'true' : undefined}>
      <p className="checked">
        <VerdictMark verdict={published?.isRetracted ? null : verdict} named />
        {isOpen ? <b dir="auto">{statement}</b> : <a href={address}>{statement}</a>}
      </p>
      {overturnedBy && (
        <p className="doubt">
          <Icon of={TriangleAlert} size="xs" /> {t('proposition.overturned')}
        </p>
      )}
      <p className="meta">
        {t('proposition.by', { name: linkedBy })}{' '}
        {onUnlink && (
          <button type="button" className="linkbtn" onClick={onUnlink}>
            {t('proposition.unlink')}
            <span className="vh">: {statement}</span>
          </button>
        )}
      </p>
    </li>
  )
}
