import Link from 'next/link'
import { fromElsewhere } from '../../../../../server/audit/audit'
import type { AuditFilter } from '../../../../../server/audit/audit-view'
import { whoMay } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { actInWords } from './act-in-words'

type Props = {
  filter: AuditFilter
  colleagues: { id: string; name: string }[]
  home: string
  isFiltered: boolean
}

const acts = ['sign in', fromElsewhere, ...Object.keys(whoMay)]

/** A plain form of an address: it works before the page is at home in the browser, and can be linked to. */
export function FilterForm({ filter, colleagues, home, isFiltered }: Props) {
  const t = words()
  return (
    <form
      key={JSON.stringify(filter)}
      className="audit-filter"
      method="get"
      action={home}
      aria-label={t('audit.filter')}
    >
      <div>
        <label className="label" htmlFor="audit-member">
          {t('audit.member')}
        </label>
        <select id="audit-member" className="select" name="member" defaultValue={filter.memberId ?? ''}>
          <option value="">{t('audit.everybody')}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="label" htmlFor="audit-act">
          {t('audit.act')}
        </label>
        <select id="audit-act" className="select" name="act" defaultValue={filter.act ?? ''}>
          <option value="">{t('audit.everything')}</option>
          {acts.map((act) => (
            <option key={act} value={act}>
              {actInWords(act)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="label" htmlFor="audit-outcome">
          {t('audit.outcome')}
        </label>
        <select id="audit-outcome" className="select" name="outcome" defaultValue={filter.outcome ?? ''}>
          <option value="">{t('audit.both')}</option>
          <option value="done">{t('audit.done')}</option>
          <option value="refused">{t('audit.refused')}</option>
        </select>
      </div>
      <div>
        <label className="label" htmlFor="audit-from">
          {t('audit.from')}
        </label>
        <input id="audit-from" className="input" type="date" name="from" defaultValue={filter.from ?? ''} />
      </div>
      <div>
        <label className="label" htmlFor="audit-to">
          {t('audit.to')}
        </label>
        <input id="audit-to" className="input" type="date" name="to" defaultValue={filter.to ?? ''} />
      </div>
      <span className="audit-show">
        <button type="submit" className="btn primary">
          {t('audit.show')}
        </button>
        {isFiltered && <Link href={home}>{t('audit.clear')}</Link>}
      </span>
    </form>
  )
}
