'use client'
import { turnSingleKeys, useSingleKeys } from '@/app/_keys/single-keys'
import { Dialog } from '@/app/_ui/dialog'
import { useScale } from '@/app/_verdict/scale'
import { houseScale } from '@/server/claim/scale'
import { keyOf } from '@/server/claim/verdict'
import { words } from '@/server/words'
import { showSuggestions, useSuggestionsShown } from '../_coverage/suggestions-shown'

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['U', 'nextNew'],
  ['Shift U', 'previousNew'],
  ['L', 'since'],
  ['M', 'mark'],
  ['0', 'noVerdict'],
  ['Y', 'figure'],
  ['S', 'source'],
  ['E', 'rationale'],
  ['C', 'comment'],
  ['W', 'suggest'],
  ['F', 'similar'],
  ['T', 'sum'],
  ['A', 'assign'],
  ['X', 'selectClaim'],
  ['H', 'history'],
  ['Ctrl Enter', 'submit'],
  ['Ctrl Z', 'undo'],
  ['Z', 'undoToast'],
  ['[ ]', 'panes'],
  ['G D', 'toDesk'],
  ['G A', 'toApprovals'],
  ['Esc', 'close'],
  ['?', 'keys'],
] as const
const inText = [
  ['← → ↑ ↓', 'walk'],
  ['Ctrl ← →', 'walkWords'],
  ['Shift ← →', 'select'],
  ['Tab', 'toolbar'],
  ['C', 'commentWords'],
] as const
const onSentences = [
  ['Shift J', 'nextLeft'],
  ['Shift K', 'previousLeft'],
  ['N P', 'sentence'],
  ['↓ ↑', 'walkSentences'],
  ['Enter', 'markSentence'],
  ['X', 'noClaim'],
] as const

const inThread = [
  ['J K', 'betweenComments'],
  ['R', 'reply'],
  ['E', 'resolve'],
  ['Ctrl Enter', 'send'],
  ['@', 'mention'],
] as const

/** All keys of the workspace, and the switch for those that act alone. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = words()
  const isOn = useSingleKeys()
  const areShown = useSuggestionsShown()
  return (
    <Dialog title={t('workspace.keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className="keys">
        <Key keys={useVerdictKeys()} does={t('workspace.keys.verdict')} />
        {keys.map(([key, name]) => (
          <Key key={name} keys={key} does={t(`workspace.keys.${name}`)} />
        ))}
      </dl>
      <h3 className="label">{t('workspace.keys.inText')}</h3>
      <dl className="keys">
        {inText.map(([key, name]) => (
          <Key key={name} keys={key} does={t(`workspace.keys.${name}`)} />
        ))}
      </dl>
      <h3 className="label">{t('workspace.keys.onSentences')}</h3>
      <dl className="keys">
        {onSentences.map(([key, name]) => (
          <Key key={name} keys={key} does={t(`workspace.keys.${name}`)} />
        ))}
      </dl>
      <h3 className="label">{t('workspace.keys.inThread')}</h3>
      <dl className="keys">
        {inThread.map(([key, name]) => (
          <Key key={name} keys={key} does={t(`workspace.keys.${name}`)} />
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={() => turnSingleKeys(!isOn)} />
        {t('workspace.keys.single')}
      </label>
      <label className="check">
        <input type="checkbox" checked={areShown} onChange={() => showSuggestions(!areShown)} />
        {t('coverage.showSuggestions')}
      </label>
    </Dialog>
  )
}

/** The keys of the desk's own verdicts, as in "1–5" or "1–5 7". */
function useVerdictKeys(): string {
  const scale = useScale() ?? houseScale()
  const has = scale.map(({ verdict }) => keyOf[verdict]).toSorted()
  const more = has.findIndex((key, index) => key !== String(index + 1))
  const [row, others] = more < 0 ? [has, []] : [has.slice(0, more), has.slice(more)]
  return [`${row[0]}–${row.at(-1)}`, ...others].join(' ')
}

function Key({ keys: names, does }: { keys: string; does: string }) {
  return (
    <div>
      <dt>
        {names.split(' ').map((name) => (
          <kbd key={name}>{name}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  )
}
