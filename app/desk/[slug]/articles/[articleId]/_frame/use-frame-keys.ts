import { isTyping } from '@/app/_keys/is-typing'
import { useKeys } from '@/app/_keys/use-keys'
import { sayWrong } from '@/app/_ui/toast'
import { whyNotRemove } from '@/server/claim/claim'
import { say } from '@/server/refusal'
import { useDeskKeys } from '../../../(shell)/use-desk-keys'
import { useIsPublished } from '../_claims/use-stages'
import { useClaims, useRoom } from '../_room/use-room'

type Frame = {
  openId: string | null
  /** Whether a claim or a passage is open. */
  isOpen: boolean
  open: (id: string) => void
  /** Closes the claim where it stands over the text; null where it has a column of its own. */
  close: (() => void) | null
  showKeys: () => void
}

const panes = ['#article', '.ws-list', '#detail']

/** The keys that work all over the workspace. */
export function useFrameKeys({ openId, isOpen, open, close, showKeys }: Frame) {
  const claims = useClaims()
  const { desk, undo, mayEdit } = useRoom()
  const isPublished = useIsPublished()
  const goBack = (way: 'undo' | 'redo') => {
    const refusal = undo[way](new Date().toISOString(), (id) => {
      const claim = claims.find((one) => one.id === id)
      return claim ? whyNotRemove(claim, isPublished(claim)) : { code: 'claim-deleted' }
    })
    if (refusal) sayWrong(say(refusal))
  }
  const go = (step: 1 | -1) => {
    const at = claims.findIndex(({ id }) => id === openId)
    const next = at < 0 ? claims.at(step === 1 ? 0 : -1) : claims[at + step]
    if (next) open(next.id)
  }
  const home = `/desk/${desk.slug}`
  useDeskKeys({ d: home, a: `${home}/approvals` })
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    '?': showKeys,
    '[': () => switchPane(-1),
    ']': () => switchPane(1),
    escape: close && isOpen ? (event) => !isTyping(event.target) && close() : undefined,
    'mod+z': mayEdit ? (event) => goBack(event.shiftKey ? 'redo' : 'undo') : undefined,
    'mod+y': mayEdit ? () => goBack('redo') : undefined,
  })
}

function switchPane(step: 1 | -1) {
  const shown = panes.flatMap((name) => document.querySelector<HTMLElement>(name) ?? [])
  const at = shown.findIndex((pane) => pane.contains(document.activeElement))
  const next = shown[(at + step + shown.length) % shown.length]
  const target = next?.matches('.ws-list') ? next.querySelector<HTMLElement>('a.claim, button') : next
  target?.focus()
}
