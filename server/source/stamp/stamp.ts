import { z } from 'zod'

/** What members are shown of those who vouch for a snapshot elsewhere. */
export type ShownStamps = {
  /** When an authority signed that its hash was there (RFC 3161). */
  timestampedAt: Date | null
  /** Where another archive keeps a copy. */
  copyAt: string | null
}

/** Where another archive keeps a copy of what a desk has archived, as readers are told. */
export type PublicCopy = { sha256: string; address: string; at: Date }

const minute = 60_000
/** How long after each try that failed it is tried again, in ms; then no more. */
const waits = [minute, 10 * minute, 60 * minute, 6 * 60 * minute, 24 * 60 * minute]
export const mostTries = waits.length + 1

/** Whether somebody outside is to be asked for a stamp now. */
export function isDueToAsk({ tries, triedAt }: { tries: number; triedAt: Date | null }, now: Date): boolean {
  if (triedAt === null) return true
  const wait = waits[tries - 1]
  return wait !== undefined && now.getTime() - triedAt.getTime() >= wait
}

/** How long an archive may take for one page, in ms. */
export const longestJob = 30 * minute

const jobShape = z.object({ job_id: z.string().min(1).max(200) })
const stateShape = z.object({
  status: z.string(),
  timestamp: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
  original_url: z.string().max(4000).optional(),
})

/** The name under which the Wayback Machine saves a page (Save Page Now 2); null where it does not. */
export const jobIn = (answer: unknown): string | null => jobShape.safeParse(answer).data?.job_id ?? null

/** How a job of the Wayback Machine stands, and of one that is done, where the copy is. */
export function copyIn(
  archive: string,
  answer: unknown,
): { copyAt: string; at: Date } | 'pending' | 'failed' {
  const { data } = stateShape.safeParse(answer)
  if (data?.status === 'pending') return 'pending'
  if (data?.status !== 'success' || !data.timestamp || !data.original_url) return 'failed'
  const [year, month, day, hour, minutes] = [0, 4, 6, 8, 10].map((from, at) =>
    data.timestamp?.slice(from, at === 0 ? 4 : from + 2),
  )
  const at = new Date(`${year}-${month}-${day}T${hour}:${minutes}:${data.timestamp.slice(12)}Z`)
  if (Number.isNaN(at.getTime())) return 'failed'
  return { copyAt: `${archive}/web/${data.timestamp}/${data.original_url}`, at }
}
