import { Info } from 'lucide-react'
import { Icon } from './icon'

type Props = React.ComponentProps<'button'> & {
  /** Why the button does nothing now; it stays focusable and the reason stands beside it. */
  reason: string | null
}

/** A button that, when it may not act, says why next to itself. */
export function ReasonedButton({ reason, onClick, className = 'btn', id, children, ...rest }: Props) {
  const reasonId = `${id ?? 'button'}-reason`
  return (
    <span className="reasoned">
      <button
        type="button"
        {...rest}
        id={id}
        className={className}
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason ? reasonId : undefined}
        onClick={reason ? undefined : onClick}
      >
        {children}
      </button>
      {reason && (
        <span className="why" id={reasonId}>
          <Icon of={Info} size="sm" /> <span>{reason}</span>
        </span>
      )}
    </span>
  )
}
