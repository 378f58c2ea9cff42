import { sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { publishedNames } from '../../../db/schema'
import type { NameKind } from '../../../db/vocabulary'
import { slugOf } from '../publication'

/** A name that stands in addresses otherwise than it did. */
export type Respelled = { kind: NameKind; from: string; to: string }

/**
 * Writes names into addresses as that is done today, where an earlier version did it otherwise: in what lists checks, what
 * desks have joined and what readers follow. Gives back what has another address since; its pages are made after it.
 */
export async function changeSpellings(tx: Transaction): Promise<Respelled[]> {
  const { kind, name, spelling } = publishedNames
  const written = await tx.selectDistinct({ kind, name, spelling }).from(publishedNames)
  const respelled = written.flatMap((one) => {
    const to = slugOf(one.name)
    return to === one.spelling ? [] : [{ ...one, from: one.spelling, to }]
  })
  for (const { kind, name, from, to } of respelled) {
    await tx.execute(sql`
      update published_names named set spelling = ${to}, slug = case slug when ${from} then ${to} else slug end
      where kind = ${kind} and spelling = ${from} and name = ${name} and not exists (
        select from published_names other
        where other.number = named.number and other.kind = ${kind} and other.spelling = ${to})`)
    await tx.execute(sql`
      update joined_names joined set spelling = ${to}
      where kind = ${kind} and spelling = ${from} and not exists (
        select from joined_names other
        where other.desk_id = joined.desk_id and other.kind = ${kind} and other.spelling = ${to})`)
    await tx.execute(sql`update joined_names set slug = ${to} where kind = ${kind} and slug = ${from}`)
    await tx.execute(sql`
      update follows followed set thing = ${to}
      where kind = ${kind} and thing = ${from} and not exists (
        select from follows other
        where other.follower_id = followed.follower_id and other.kind = ${kind} and other.thing = ${to})`)
  }
  return respelled
}
