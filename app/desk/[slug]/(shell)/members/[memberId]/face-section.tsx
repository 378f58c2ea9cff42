'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { Field } from '@/app/_form/field'
import { problemsIn } from '@/app/_form/problem'
import { type ShownAs, shownAs } from '@/db/vocabulary'
import { type Named, type PublicFace, publicFaceShape, publicNames } from '@/server/member/face/public-name'
import { words } from '@/server/words'
import { SettingSection } from '../../settings/setting-section'

type Props = { slug: string; colleague: Named & { id: string }; mayChange: boolean }

/** How readers see a member from the next publication on. */
export function FaceSection({ slug, colleague, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().member.changeFace.mutationOptions())
  const [chosen, setChosen] = useState<ShownAs>(colleague.shownAs)
  const seen = publicNames([colleague], t).join()

  async function save(form: FormData, was: PublicFace) {
    const typed = { shownAs: chosen, pseudonym: String(form.get('pseudonym') ?? was.pseudonym) }
    const to = publicFaceShape.safeParse(typed)
    const sentences = { pseudonym: t('face.pseudonymMissing') }
    if (!to.success) return { problems: problemsIn(publicFaceShape, typed, sentences) }
    await change.mutateAsync({ desk: slug, memberId: colleague.id, was, to: to.data })
    return { kept: to.data }
  }

  return (
    <SettingSection
      id="face"
      title={t('face.title')}
      lead={t('face.lead')}
      facts={[{ label: t('face.seen'), value: seen }]}
      kept={{ shownAs: colleague.shownAs, pseudonym: colleague.pseudonym }}
      onTake={() => setChosen(colleague.shownAs)}
      {...{ mayChange, save }}
    >
      {(problems, read) => (
        <>
          <fieldset className="choices">
            <legend className="vh">{t('face.title')}</legend>
            {shownAs.map((each) => (
              <label key={each} className="radio">
                <input
                  type="radio"
                  name="shownAs"
                  value={each}
                  checked={chosen === each}
                  onChange={() => setChosen(each)}
                />
                <span>
                  {t(`face.as.${each}`, {
                    example: publicNames([{ ...colleague, shownAs: each }], t).join(),
                  })}
                </span>
              </label>
            ))}
          </fieldset>
          {chosen === 'pseudonym' && (
            <Field
              label={t('face.pseudonym')}
              name="pseudonym"
              hint={t('face.pseudonymHint')}
              defaultValue={read.pseudonym}
              autoComplete="off"
              problems={problems}
            />
          )}
        </>
      )}
    </SettingSection>
  )
}
