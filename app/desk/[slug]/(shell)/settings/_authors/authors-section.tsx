'use client'
import { useMutation } from '@tanstack/react-query'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { SettingSection } from '../setting-section'

type Props = { desk: { slug: string; suggestersAreAuthors: boolean }; mayChange: boolean }

/** Whether suggesting a wording makes one an author. */
export function AuthorsSection({ desk: { slug, suggestersAreAuthors }, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeSuggesters.mutationOptions())
  const save = (form: FormData) =>
    change.mutateAsync({
      ...{ desk: slug, was: { suggestersAreAuthors } },
      to: { suggestersAreAuthors: form.has('suggestersAreAuthors') },
    })
  const label = t('settings.authors.suggesters')
  return (
    <SettingSection
      id="authors"
      title={t('settings.authors.title')}
      lead={t('settings.authors.lead')}
      facts={[{ label, value: t(suggestersAreAuthors ? 'settings.yes' : 'settings.no') }]}
      {...{ mayChange, save }}
    >
      {() => (
        <label className="check">
          <input type="checkbox" name="suggestersAreAuthors" defaultChecked={suggestersAreAuthors} />
          <span>{label}</span>
        </label>
      )}
    </SettingSection>
  )
}
