'use client'
import { Check, TriangleAlert, X } from 'lucide-react'
import { toast } from 'sonner'
import { words } from '../../server/words'
import { Icon } from './icon'

type Action = { label: string; act: () => void; key?: string }

/** Says that something was done; leaves after six seconds, with one thing to do about it, such as Undo. Gives the toast's id. */
export function sayDone(sentence: string, action?: Action) {
  return toast.custom(
    (id) => (
      <div className="toast ok" role="status">
        <Icon of={Check} />
        <b>{sentence}</b>
        {action && (
          <button
            type="button"
            className="linkbtn"
            onClick={() => {
              action.act()
              toast.dismiss(id)
            }}
          >
            {action.label} {action.key && <kbd>{action.key}</kbd>}
          </button>
        )}
      </div>
    ),
    { duration: 6000 },
  )
}

/** Says what went wrong and what to do, the same thing once; stays until it is dismissed. */
export function sayWrong(sentence: string) {
  toast.custom(
    (id) => (
      <div className="toast" role="alert">
        <Icon of={TriangleAlert} />
        <span>{sentence}</span>
        <button
          type="button"
          className="btn quiet icon-only xs"
          aria-label={words()('ui.dismiss')}
          onClick={() => toast.dismiss(id)}
        >
          <Icon of={X} size="sm" />
        </button>
      </div>
    ),
    { id: sentence, duration: Number.POSITIVE_INFINITY },
  )
}
