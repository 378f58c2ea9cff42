import type { AuditFilter } from '../../../../../server/audit/audit-view'

/** The address at which a desk's audit is read with this filter, from the newest on or from after an entry. */
export function addressOf(slug: string, filter: AuditFilter, after: string | null = null): string {
  const { memberId: member, ...rest } = filter
  const said = Object.entries({ member, ...rest, after }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  const query = new URLSearchParams(said).toString()
  return `/desk/${slug}/audit${query ? `?${query}` : ''}`
}
