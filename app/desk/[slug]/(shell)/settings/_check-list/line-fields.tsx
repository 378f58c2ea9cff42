import { X } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { claimKinds } from '@/db/vocabulary'
import type { CheckLine } from '@/server/check-list/check-list'
import { words } from '@/server/words'

type Props = {
  line: CheckLine
  number: number
  isNew: boolean
  onChange: (line: CheckLine) => void
  onRemove: () => void
}

/** One line of the check-list: its words, and the kinds of claims it is for. */
export function LineFields({ line, number, isNew, onChange, onRemove }: Props) {
  const t = words()
  const name = t('settings.checkList.line', { number })
  const kinds = line.kinds.map((kind) => t(`claimKind.${kind}`)).join(', ')
  return (
    <li>
      <input
        className="input"
        aria-label={name}
        value={line.text}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus={isNew}
        onChange={(event) => onChange({ ...line, text: event.target.value })}
      />
      <button
        type="button"
        className="btn quiet"
        aria-label={t('settings.checkList.remove', { number })}
        onClick={onRemove}
      >
        <Icon of={X} size="sm" />
      </button>
      <details>
        <summary className="meta">
          {t('settings.checkList.for', { kinds: kinds || t('settings.checkList.every') })}
        </summary>
        <fieldset className="check-kinds">
          <legend className="vh">{t('settings.checkList.kinds', { number })}</legend>
          {claimKinds.map((kind) => (
            <label key={kind} className="check">
              <input
                type="checkbox"
                checked={line.kinds.includes(kind)}
                onChange={(event) =>
                  onChange({
                    ...line,
                    kinds: claimKinds.filter((one) =>
                      one === kind ? event.target.checked : line.kinds.includes(one),
                    ),
                  })
                }
              />
              <span>{t(`claimKind.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </li>
  )
}
