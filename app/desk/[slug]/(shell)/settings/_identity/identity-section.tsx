'use client'
import { useMutation } from '@tanstack/react-query'
import { proofMinutes } from '../../../../../../server/session/proof/proof'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { SettingSection } from '../setting-section'

type Props = {
  desk: { slug: string; editorsProveIdentity: boolean; needsSecondFactor: boolean }
  mayChange: boolean
  /** Whether the server has a key to keep second factors under. */
  offersFactors: boolean
}

/** How sure the desk wants to be of who decides. */
export function IdentitySection({ desk, mayChange, offersFactors }: Props) {
  const t = words()
  const { slug, editorsProveIdentity, needsSecondFactor } = desk
  const change = useMutation(useTRPC().settings.changeIdentity.mutationOptions())
  const now = { editorsProveIdentity, needsSecondFactor }
  async function save(form: FormData, was: typeof now) {
    const kept = {
      editorsProveIdentity: form.has('editorsProveIdentity'),
      needsSecondFactor: form.has('needsSecondFactor'),
    }
    await change.mutateAsync({ desk: slug, was, to: kept })
    return { kept }
  }
  const said = (isSo: boolean) => t(isSo ? 'settings.yes' : 'settings.no')
  const prove = t('settings.identity.prove', { minutes: proofMinutes })
  const factor = t('settings.identity.factor')
  const isHeld = !offersFactors && !needsSecondFactor
  return (
    <SettingSection
      id="identity"
      title={t('settings.identity.title')}
      lead={t('settings.identity.lead')}
      facts={[
        { label: prove, value: said(editorsProveIdentity) },
        { label: factor, value: said(needsSecondFactor) },
      ]}
      kept={now}
      {...{ mayChange, save }}
    >
      {(_, read) => (
        <div className="choices">
          <label className="check">
            <input type="checkbox" name="editorsProveIdentity" defaultChecked={read.editorsProveIdentity} />
            <span>{prove}</span>
          </label>
          <label className="check">
            <input
              type="checkbox"
              name="needsSecondFactor"
              defaultChecked={read.needsSecondFactor}
              aria-disabled={isHeld}
              aria-describedby={isHeld ? 'no-secret-key' : undefined}
              onClick={(event) => isHeld && event.preventDefault()}
            />
            <span>{factor}</span>
          </label>
          {isHeld && (
            <p className="meta" id="no-secret-key">
              {t('settings.identity.noKey')}
            </p>
          )}
        </div>
      )}
    </SettingSection>
  )
}
