'use client'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { Field } from '@/app/_form/field'
import { problemsIn } from '@/app/_form/problem'
import { dueHoursShape, hourSettings } from '@/server/member/settings/desk-settings'
import { words } from '@/server/words'
import { SettingSection } from '../setting-section'

type Hours = Record<(typeof hourSettings)[number], number | null>
type Props = { desk: { slug: string } & Hours; mayChange: boolean }

/** After how many hours work is due where nobody says when, by what the claim needs. */
export function WorkSection({ desk, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeDueHours.mutationOptions())
  const { slug, hoursToCheck, hoursReturned, hoursChanged } = desk

  async function save(form: FormData, was: Hours) {
    const hoursIn = (name: string) => (form.get(name) === '' ? null : Number(form.get(name)))
    const typed = {
      hoursToCheck: hoursIn('hoursToCheck'),
      hoursReturned: hoursIn('hoursReturned'),
      hoursChanged: hoursIn('hoursChanged'),
    }
    const wrong = t('settings.work.wrong')
    const to = dueHoursShape.safeParse(typed)
    const sentences = { hoursToCheck: wrong, hoursReturned: wrong, hoursChanged: wrong }
    if (!to.success) return { problems: problemsIn(dueHoursShape, typed, sentences) }
    await change.mutateAsync({ desk: slug, was, to: to.data })
    return { kept: to.data }
  }

  return (
    <SettingSection
      id="work"
      title={t('settings.work.title')}
      lead={t('settings.work.lead')}
      facts={hourSettings.map((name) => ({
        label: t(`settings.work.${name}`),
        value: desk[name] === null ? t('settings.work.none') : String(desk[name]),
      }))}
      kept={{ hoursToCheck, hoursReturned, hoursChanged }}
      {...{ mayChange, save }}
    >
      {(problems, read) =>
        hourSettings.map((name) => (
          <Field
            key={name}
            label={t(`settings.work.${name}`)}
            name={name}
            type="number"
            min={1}
            max={1000}
            defaultValue={read[name] ?? ''}
            problems={problems}
          />
        ))
      }
    </SettingSection>
  )
}
