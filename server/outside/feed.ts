import { z } from 'zod'
import { wholeAddress } from '../article/article'
import type { Refusal } from '../refusal'

export const feedShape = z.strictObject({ address: z.string().trim().min(1).max(2_000) })

/** Most addresses that a desk fetches checks from. */
export const mostFeeds = 50

/** Why a feed cannot be added; null when it can. */
export function whyNotFeed(address: string, count: number): Refusal | null {
  if (!wholeAddress(address)) return { code: 'address-invalid' }
  return count < mostFeeds ? null : { code: 'feeds-too-many', values: { most: mostFeeds } }
}

/** The hour, UTC, after which feeds are fetched each day. */
const hour = 2

/** Whether a feed is to be fetched: never tried, or not since last night. */
export function isDue(triedAt: Date | null, now: Date): boolean {
  return triedAt === null || triedAt < lastNight(now)
}

function lastNight(now: Date): Date {
  const night = new Date(now)
  night.setUTCHours(hour, 0, 0, 0)
  if (night > now) night.setUTCDate(night.getUTCDate() - 1)
  return night
}
