'use client'
import { useMutation } from '@tanstack/react-query'
import { type SecondRule, secondRules } from '../../../../../../db/vocabulary'
import { secondsShape } from '../../../../../../server/member/settings/desk-settings'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { RadioChoices } from '../../../../../_form/radio-choices'
import { SettingSection } from '../setting-section'

type Props = { desk: { slug: string; secondVerdicts: SecondRule }; mayChange: boolean }

/** When claims are judged a second time by somebody who has not seen their verdict. */
export function SecondsSection({ desk: { slug, secondVerdicts }, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeSeconds.mutationOptions())
  async function save(form: FormData, was: { secondVerdicts: SecondRule }) {
    const kept = secondsShape.parse({ secondVerdicts: form.get('secondVerdicts') })
    await change.mutateAsync({ desk: slug, was, to: kept })
    return { kept }
  }
  const nameOf = (rule: SecondRule) => t(`settings.seconds.${rule}`)
  return (
    <SettingSection
      id="seconds"
      title={t('settings.seconds.title')}
      lead={t('settings.seconds.lead')}
      facts={[{ label: t('settings.seconds.when'), value: nameOf(secondVerdicts) }]}
      kept={{ secondVerdicts }}
      {...{ mayChange, save }}
    >
      {(_, read) => (
        <RadioChoices
          legend={t('settings.seconds.when')}
          name="secondVerdicts"
          choices={secondRules}
          chosen={read.secondVerdicts}
          sayChoice={nameOf}
        />
      )}
    </SettingSection>
  )
}
