'use client'
import { useMutation } from '@tanstack/react-query'
import {
  type DeskTexts,
  deskTexts,
  deskTextsShape,
  longestDeskText,
} from '../../../../../../server/member/settings/desk-settings'
import { deskPath } from '../../../../../../server/publication/publication'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { type Problem, problemsIn } from '../../../../../_form/problem'
import { SettingSection } from '../setting-section'

type Props = { slug: string; texts: DeskTexts; mayChange: boolean }

/** What the desk says of itself to its readers. */
export function TextsSection({ slug, texts: kept, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeTexts.mutationOptions())

  async function save(form: FormData, was: DeskTexts) {
    const typed = Object.fromEntries(form)
    const to = deskTextsShape.safeParse(typed)
    if (!to.success) return { problems: problemsIn(deskTextsShape, typed, tooLong()) }
    await change.mutateAsync({ desk: slug, was, to: to.data })
    return { kept: to.data }
  }

  return (
    <SettingSection
      id="texts"
      title={t('settings.texts.title')}
      lead={t('settings.texts.lead', { address: deskPath(slug) })}
      facts={deskTexts.map((name) => ({
        label: t(`settings.texts.${name}`),
        value: kept[name] || t('settings.texts.nothing'),
      }))}
      {...{ kept, mayChange, save }}
    >
      {(problems, read) =>
        deskTexts.map((name) => <TextField key={name} {...{ name, problems }} value={read[name]} />)
      }
    </SettingSection>
  )
}

type FieldProps = { name: (typeof deskTexts)[number]; value: string; problems: Problem[] }

function TextField({ name, value, problems }: FieldProps) {
  const t = words()
  const problem = problems.find(({ field }) => field === name)
  const hint = name === 'methodText' ? t('settings.texts.methodHint') : null
  const described = [problem && `${name}-err`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{t(`settings.texts.${name}`)}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        className="textarea"
        rows={5}
        dir="auto"
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
      {problem && (
        <p className="err" id={`${name}-err`}>
          {problem.sentence}
        </p>
      )}
    </div>
  )
}

const tooLong = () =>
  Object.fromEntries(
    deskTexts.map((name) => [name, words()('settings.texts.tooLong', { most: longestDeskText })]),
  )
