import { eq, max } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database, Transaction } from '../../../db/client'
import { pages, redactedVersions } from '../../../db/schema'
import { readListTemplate } from '../made/read-template'
import { describedShape } from './data-package'

type Reader = Database | Transaction

/** The hour, UTC, after which each day has its data set. */
const hour = 3

/** Whether there is no data set of last night, its page would come out otherwise, or words in it were removed since. */
export async function readIsDue(at: Reader, now: Date): Promise<boolean> {
  const [page] = await at.select({ template: pages.template }).from(pages).where(eq(pages.path, '/dataset'))
  const { template } = await readListTemplate(at)
  if (page?.template !== template) return true
  const kept = await readDescribed(at)
  return !kept || kept.created < lastNight(now) || (await readNewestRedaction(at)) > (kept.logEntry ?? -1)
}

/** What the description says that readers have; null while there is none, or one of before it named an entry of the log. */
async function readDescribed(at: Reader): Promise<z.infer<typeof describedShape> | null> {
  const [page] = await at
    .select({ bytes: pages.bytes })
    .from(pages)
    .where(eq(pages.path, '/dataset/datapackage.json'))
  return page ? (describedShape.safeParse(JSON.parse(page.bytes.toString('utf8'))).data ?? null) : null
}

/** The entry of the log by which words were last removed from a version. */
async function readNewestRedaction(at: Reader): Promise<number> {
  const [newest] = await at.select({ entry: max(redactedVersions.entry) }).from(redactedVersions)
  return newest?.entry ?? -1
}

function lastNight(now: Date): Date {
  const night = new Date(now)
  night.setUTCHours(hour, 0, 0, 0)
  if (night > now) night.setUTCDate(night.getUTCDate() - 1)
  return night
}
