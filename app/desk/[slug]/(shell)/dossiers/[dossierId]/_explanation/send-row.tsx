import { SubmitButton } from '@/app/_form/submit-button'
import { words } from '@/server/words'

type Props = { problem: string | null; isBusy: boolean; onCancel: () => void }

/** How a form for an editor's approval ends: what speaks against sending it, the button that does, and the way out. */
export function SendRow({ problem, isBusy, onCancel }: Props) {
  const t = words()
  return (
    <>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <SubmitButton className="btn primary sm" isBusy={isBusy}>
          {t('dossier.send')}
        </SubmitButton>
        <button type="button" className="btn sm" onClick={onCancel}>
          {t('dossier.cancel')}
        </button>
      </div>
    </>
  )
}
