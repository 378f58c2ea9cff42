import { z } from 'zod'
import { csv } from '../statistics/csv'
import { ways } from './audit'

/** What of the audit is looked at, as it stands in the address of its page; anything else is not filtered by. */
export const auditFilterShape = z.object({
  memberId: z.uuid().toLowerCase().nullable().catch(null).default(null),
  act: z.string().max(60).nullable().catch(null).default(null),
  outcome: z.enum(['done', 'refused']).nullable().catch(null).default(null),
  /** Days of the desk's calendar, both included. */
  from: z.iso.date().nullable().catch(null).default(null),
  to: z.iso.date().nullable().catch(null).default(null),
})
export type AuditFilter = z.infer<typeof auditFilterShape>

/** One entry as admins read it. */
export type AuditLine = {
  id: string
  at: Date
  act: string
  way: string
  outcome: string
  /** Null for somebody who is known to nobody, or no more. */
  who: { name: string; memberId: string | null } | null
  things: Record<string, string>
  words: Record<string, string>
  requestId: string | null
  address: string | null
  /** Its place in the chain; null for the moment until it has one. */
  link: { index: number; hash: string; previousHash: string } | null
}

/** Who an entry without a name is of: the operator, nobody as it came by itself, or somebody who is not known. */
export function namelessIn({ way }: Pick<AuditLine, 'way'>): keyof typeof ways | 'unknown' {
  if (way === ways.operator) return 'operator'
  return way === ways.itself ? 'itself' : 'unknown'
}

export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

const columns = [
  'index',
  'at',
  'who',
  'memberId',
  'act',
  'way',
  'outcome',
  'things',
  'words',
  'requestId',
  'address',
  'hash',
  'previousHash',
]

/** The lines as a file: CSV (RFC 4180) for tables, or JSON Lines. */
export function auditFile(lines: AuditLine[], format: ExportFormat): string {
  const rows = lines.map(rowOf)
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  return csv([
    columns,
    ...rows.map((row) => Object.values({ ...row, things: said(row.things), words: said(row.words) })),
  ])
}

function rowOf({ at, who, link, ...line }: AuditLine) {
  return {
    ...{
      index: link?.index ?? null,
      at: at.toISOString(),
      who: who?.name ?? null,
      memberId: who?.memberId ?? null,
    },
    ...{ act: line.act, way: line.way, outcome: line.outcome, things: line.things, words: line.words },
    ...{ requestId: line.requestId, address: line.address },
    ...{ hash: link?.hash ?? null, previousHash: link?.previousHash ?? null },
  }
}

/** Names and values as one cell. */
export const said = (words: Record<string, string>) =>
  Object.entries(words)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
