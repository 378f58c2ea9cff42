import { useId } from 'react'
import { type PastField, pastFields } from '@/server/past/past-check'
import { lackingIn, type Places } from '@/server/past/past-file'
import { words } from '@/server/words'

type Props = {
  columns: string[]
  places: Places
  onPlace: (field: PastField, column: number) => void
}

/** Says which column of a table has which field; what is known by its name is chosen already. */
export function ColumnFields({ columns, places, onPlace }: Props) {
  const t = words()
  const id = useId()
  const lacking = lackingIn(places)
  return (
    <fieldset className="past-columns">
      <legend>{t('settings.past.columns')}</legend>
      {pastFields.map((field) => (
        <div className="field" key={field}>
          <label htmlFor={`${id}-${field}`}>{t(`settings.past.field.${field}`)}</label>
          <select
            id={`${id}-${field}`}
            className="select"
            value={places[field]}
            aria-invalid={lacking.includes(field) || undefined}
            onChange={({ target }) => onPlace(field, Number(target.value))}
          >
            <option value={-1}>{t('settings.past.noColumn')}</option>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have an order, and may share a name.
              <option key={index} value={index}>
                {column || t('settings.past.unnamed', { place: index + 1 })}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
