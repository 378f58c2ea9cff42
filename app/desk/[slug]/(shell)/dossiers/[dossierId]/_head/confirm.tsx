import { words } from '@/server/words'

type Props = {
  hint: string
  label: string
  problem: string | null
  isBusy: boolean
  onPress: () => Promise<void>
  onDone: () => void
}

/** Asks once more before a dossier is published or removed, and says what kept it from being done. */
export function Confirm({ hint, label, problem, isBusy, onPress, onDone }: Props) {
  return (
    <>
      <p>{hint}</p>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <button type="button" className="btn primary" disabled={isBusy} onClick={() => void onPress()}>
          {label}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {words()('dossier.cancel')}
        </button>
      </div>
    </>
  )
}
