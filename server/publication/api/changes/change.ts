import { z } from 'zod'
import { type LogKind, logKinds } from '../../../../db/vocabulary'
import type { Edition } from '../../pages/edition'
import type { PublicVersion } from '../../publication'
import { versionJson } from '../claim-json'
import { claimNumber, moment, versionNumber, versionShape } from '../claim-shape'

/** Where a program reads what changed since it asked last. */
export const changesPath = '/api/v1/changes'

const place = z.int().nonnegative()

/** Entries of the log that are about no version of a claim. */
const notOfVersions = ['scale', 'text-redaction', 'dossier'] as const

export const storeChangeShape = z
  .object({
    key: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'The hash of its entry in the log: whoever has this key has this change.' }),
    index: place.meta({ description: 'Its entry in the public log, counted from 0.' }),
    previous: place.nullable().meta({
      description:
        'The entry of the change before it, of the same desk where one was asked for; null for the first. Whoever has ' +
        'not taken that one has a gap.',
    }),
    kind: z.enum(logKinds).exclude(notOfVersions).meta({ description: 'What was published, or said of it.' }),
    at: moment('When it happened.'),
    number: claimNumber,
    version: versionNumber,
    line: z.string().nullable().meta({
      description: 'What readers are told of a version that is put under review; null for all else.',
    }),
    check: versionShape,
  })
  .meta({ id: 'StoreChange', description: 'One change of what is published, in the order of the log.' })

export const changesShape = z
  .object({
    changes: z.array(storeChangeShape).meta({ description: 'The oldest first.' }),
    cursor: place.nullable().meta({ description: 'To ask on from here, as `after`; null before the first.' }),
    isMore: z.boolean().meta({ description: 'Whether there is more after it.' }),
  })
  .meta({ id: 'Changes', description: 'What changed after a place in the log.' })

export type StoreChange = z.infer<typeof storeChangeShape>
export type Changes = z.infer<typeof changesShape>

/** Most changes in one answer, and how many there are unless told. */
export const changesInAnswer = { most: 100, usual: 50 }

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
export const askedChangesShape = z.object({
  after: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  limit: whole(1, changesInAnswer.most).default(changesInAnswer.usual),
  desk: z.string().min(1).max(200).optional(),
})

type Entry = { index: number; hash: string; kind: LogKind; body: { at: string } }

/** What an entry of the log tells of a version. */
export function changeOf(
  entry: Entry,
  { version, previous }: { version: PublicVersion; previous: number | null },
  edition: Edition,
): StoreChange {
  if (entry.kind === 'scale' || entry.kind === 'text-redaction' || entry.kind === 'dossier')
    throw new Error(`an entry of the kind ${entry.kind} is about no version`)
  return {
    ...{ key: entry.hash, index: entry.index, previous, kind: entry.kind },
    at: new Date(entry.body.at).toISOString(),
    ...{ number: version.number, version: version.version },
    line: entry.kind === 'under-review' ? (version.underReview?.line ?? null) : null,
    check: versionJson(version, edition),
  }
}
