'use client'
import { useMutation } from '@tanstack/react-query'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { giveFile } from '../../../../_device/give-file'

/** The figures as a file for a spreadsheet. */
export function SaveFigures({ slug }: { slug: string }) {
  const t = words()
  const take = useMutation(
    useTRPC().figures.exportFile.mutationOptions({
      onSuccess: ({ text }) => giveFile(`figures-${slug}.csv`, text, 'text/csv'),
    }),
  )
  return (
    <div className="figures-save">
      <button
        type="button"
        className="btn"
        aria-disabled={take.isPending}
        onClick={() => !take.isPending && take.mutate({ desk: slug })}
      >
        {t('figures.save')}
      </button>
      {take.isError && (
        <p className="notice bad" role="alert">
          {sentenceOf(take.error)}
        </p>
      )}
    </div>
  )
}
