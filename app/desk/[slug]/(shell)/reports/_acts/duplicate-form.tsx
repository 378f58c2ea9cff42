'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { ReadState } from '@/app/_ui/wait/read-state'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { ActForm } from './act-form'
import type { ActsProps } from './report-acts'

/** Which report says the same. */
export function DuplicateForm({ slug, report, onDone }: ActsProps & { onDone: () => void }) {
  const t = words()
  const [duplicateOf, choose] = useState('')
  const others = useQuery(useTRPC().report.others.queryOptions({ desk: slug, reportId: report.id }))
  return (
    <ActForm
      {...{ slug, report, said: `double ${duplicateOf}`, onDone }}
      reason={duplicateOf ? null : say({ code: 'report-no-original' })}
      send={(client, stepped) => client.report.markDuplicate.mutate({ ...stepped, duplicateOf })}
      label={t('report.desk.duplicate')}
      done={t('report.desk.done.duplicate')}
    >
      <ReadState of={others} name={t('report.desk.original')} />
      {others.data?.length === 0 && <p>{t('report.desk.noOthers')}</p>}
      {others.data && others.data.length > 0 && (
        <fieldset className="kinds">
          <legend className="label">{t('report.desk.original')}</legend>
          {others.data.map(({ id, text }) => (
            <label key={id} className="radio">
              <input
                type="radio"
                name="original"
                value={id}
                checked={id === duplicateOf}
                onChange={() => choose(id)}
              />
              <span>{text.slice(0, 200)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </ActForm>
  )
}
