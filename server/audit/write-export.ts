import { db } from '../../db/client'
import type { Member } from '../member/member'
import { type AuditFilter, auditFile, type ExportFormat } from './audit-view'
import { linkAll } from './chain/keep-chain'
import { mostInFile, readAudit } from './read-audit'

export type AuditFile = { text: string; entries: number; isWhole: boolean }

/**
 * The entries of a desk that fit a filter as a file, each with its place in the chain. Read in a transaction, so that the
 * audit says who took it before anybody has it.
 */
export async function writeExport(
  member: Member,
  filter: AuditFilter,
  format: ExportFormat,
): Promise<AuditFile> {
  return db().transaction(async (tx) => {
    await linkAll(tx)
    const { lines, next } = await readAudit(member.deskId, filter, { most: mostInFile }, tx)
    return { text: auditFile(lines, format), entries: lines.length, isWhole: next === null }
  })
}
