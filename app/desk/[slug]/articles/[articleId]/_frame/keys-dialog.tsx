'use client'
import { turnSingleKeys, useSingleKeys } from '@/app/_keys/single-keys'
import { Dialog } from '@/app/_ui/dialog'
import { words } from '@/server/words'

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['M', 'mark'],
  ['1–5', 'verdict'],
  ['0', 'noVerdict'],
  ['S', 'source'],
  ['E', 'rationale'],
  ['C', 'comment'],
  ['W', 'suggest'],
  ['H', 'history'],
  ['Ctrl Enter', 'submit'],
  ['Ctrl Z', 'undo'],
  ['Z', 'undoToast'],
  ['[ ]', 'panes'],
  ['Esc', 'close'],
  ['?', 'keys'],
] as const
const inText = [
  ['← → ↑ ↓', 'walk'],
  ['Ctrl ← →', 'walkWords'],
  ['Shift ← →', 'select'],
  ['Tab', 'toolbar'],
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
  return (
    <Dialog title={t('workspace.keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className="keys">
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
    </Dialog>
  )
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
