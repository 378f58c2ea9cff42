'use client'
import { Ellipsis, Merge, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { type Claim, whyNotRemove } from '@/server/claim/claim'
import { type Refusal, say } from '@/server/refusal'
import { deleteClaim, mergeClaims, restoreClaim } from '@/server/room/doc/marks'
import { words } from '@/server/words'
import { usePlace } from '../../_room/use-place'
import { useRoom } from '../../_room/use-room'
import { sayUndoable } from '../undo-toast'
import { useIsPublished } from '../use-stages'
import { detailPane } from './detail-pane'
import { meet } from './meet'

type Props = { claim: Claim; previous: Claim | undefined; next: Claim | undefined; at: number }

/** Deleting a claim, and making one of two that touch; what is published can only be corrected. */
export function MoreMenu({ claim, previous, next, at }: Props) {
  const t = words()
  const { doc, origin } = useRoom()
  const { open } = usePlace()
  const isPublished = useIsPublished()
  const [isOpen, setIsOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const remove = () => {
    deleteClaim(doc, claim.id, new Date().toISOString(), origin)
    open((next ?? previous)?.id ?? null)
    sayUndoable(t('claim.deletedToast', { number: at + 1 }), () => {
      restoreClaim(doc, claim, origin)
      open(claim.id)
    })
  }
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
      <DropdownMenu.Trigger ref={trigger} className="btn quiet icon-only sm" aria-label={t('claim.more')}>
        <Icon of={Ellipsis} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={isOpen ? detailPane() : null}>
        <DropdownMenu.Content
          className="pop menu"
          align="end"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            // With the claim its button went away: the pane of the next one takes the focus.
            if (trigger.current) return
            event.preventDefault()
            ;(detailPane() ?? document.getElementById('article'))?.focus()
          }}
        >
          {previous && <MergeItem claim={claim} other={previous} at={at} otherAt={at - 1} />}
          {next && <MergeItem claim={claim} other={next} at={at} otherAt={at + 1} />}
          <Item
            icon={Trash2}
            name={t('claim.delete')}
            reason={sayWhy(whyNotRemove(claim, isPublished(claim)))}
            onSelect={remove}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function MergeItem(props: { claim: Claim; other: Claim; at: number; otherAt: number }) {
  const { claim, other, at, otherAt } = props
  const t = words()
  const { doc, origin, revision } = useRoom()
  const { open } = usePlace()
  const isPublished = useIsPublished()
  const number = otherAt + 1
  const reason =
    sayWhy(whyNotRemove(claim, isPublished(claim))) ??
    (whyNotRemove(other, isPublished(other)) && t('claim.notWhenOtherPublished', { number })) ??
    // Places in an earlier text say nothing of this one.
    ([claim, other].some((one) => one.revision !== revision.hash) ? t('claim.notFromEarlier') : null) ??
    (meet(claim, other, revision.text) ? null : t('claim.notWhenApart'))
  const merge = () => {
    const merged = mergeClaims(doc, [claim, other], revision.text, new Date().toISOString(), origin)
    if ('refusal' in merged) return sayWrong(say(merged.refusal))
    open(merged.id)
    const [one, two] = [Math.min(at, otherAt) + 1, Math.max(at, otherAt) + 1]
    sayDone(t('claim.merged', { one, other: two }))
  }
  const name = t(otherAt < at ? 'claim.mergePrevious' : 'claim.mergeNext', { number })
  return <Item icon={Merge} name={name} reason={reason} onSelect={merge} />
}

type ItemProps = { icon: typeof Merge; name: string; reason: string | null; onSelect: () => void }

/** A menu item that stays reachable and says why when it may not act. */
function Item({ icon, name, reason, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item
      className={`item ${reason ? 'is-off' : ''}`}
      aria-disabled={reason ? true : undefined}
      onSelect={(event) => (reason ? event.preventDefault() : onSelect())}
    >
      <Icon of={icon} size="sm" />
      <span>
        {name}
        {reason && <span className="meta"> {reason}</span>}
      </span>
    </DropdownMenu.Item>
  )
}

const sayWhy = (refusal: Refusal | null) => refusal && say(refusal)
