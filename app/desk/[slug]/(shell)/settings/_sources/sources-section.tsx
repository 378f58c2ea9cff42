'use client'
import { useMutation } from '@tanstack/react-query'
import { sourcesNeededShape } from '../../../../../../server/member/settings/desk-settings'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { Field } from '../../../../../_form/field'
import { problemsIn } from '../../../../../_form/problem'
import { SettingSection } from '../setting-section'

type Props = { desk: { slug: string; sourcesNeeded: number }; mayChange: boolean }

/** How many sources a claim needs. */
export function SourcesSection({ desk: { slug, sourcesNeeded }, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeSourcesNeeded.mutationOptions())

  async function save(form: FormData, was: { sourcesNeeded: number }) {
    const typed = { sourcesNeeded: Number(form.get('sourcesNeeded')) }
    const sentences = { sourcesNeeded: t('settings.sources.neededMissing') }
    const to = sourcesNeededShape.safeParse(typed)
    if (!to.success) return { problems: problemsIn(sourcesNeededShape, typed, sentences) }
    await change.mutateAsync({ desk: slug, was, to: to.data })
    return { kept: to.data }
  }

  return (
    <SettingSection
      id="sources"
      title={t('settings.sources.title')}
      lead={t('settings.sources.lead')}
      facts={[{ label: t('settings.sources.needed'), value: String(sourcesNeeded) }]}
      kept={{ sourcesNeeded }}
      {...{ mayChange, save }}
    >
      {(problems, read) => (
        <Field
          label={t('settings.sources.needed')}
          name="sourcesNeeded"
          type="number"
          min={1}
          max={10}
          defaultValue={read.sourcesNeeded}
          problems={problems}
        />
      )}
    </SettingSection>
  )
}
