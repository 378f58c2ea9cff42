import { z } from 'zod'
import type { Bucket } from '../../source/store/keep-in-bucket'

const orNone = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null)

/** What may be set about evidence, beside what archives it; a bad setting is named by a sentence. */
export const evidenceSettings = {
  TIMESTAMP_URL: orNone(
    z.url({
      protocol: /^https?$/,
      error: 'TIMESTAMP_URL must be the address of a timestamp authority, as in https://freetsa.org/tsr.',
    }),
  ),
  WAYBACK_KEYS: orNone(
    z
      .string()
      .regex(
        /^[^\s:]+:[^\s:]+$/,
        'WAYBACK_KEYS must be the two keys of an account at archive.org, with a colon between them.',
      ),
  ),
  WAYBACK_URL: z
    .url({
      protocol: /^https?$/,
      error: 'WAYBACK_URL must be where the Wayback Machine is, as in https://web.archive.org.',
    })
    .default('https://web.archive.org'),
  EVIDENCE_STORE: orNone(
    z
      .string()
      .regex(
        /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[\w.-]+)*\/?$/,
        'EVIDENCE_STORE must name a bucket, as in s3://bucket or s3://bucket/folder.',
      ),
  ),
  EVIDENCE_ENDPOINT: orNone(
    z.url({
      protocol: /^https?$/,
      error: 'EVIDENCE_ENDPOINT must be where the store of objects answers, as in https://s3.example.org.',
    }),
  ),
  EVIDENCE_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'EVIDENCE_REGION must be the name of a region, as in eu-central-1.')
    .default('us-east-1'),
  EVIDENCE_ACCESS_KEY: orNone(z.string()),
  EVIDENCE_SECRET_KEY: orNone(z.string()),
}

/** What holds between them: a bucket is opened by two keys. */
export const hasKeysOfBucket = (
  given: Pick<Given, 'EVIDENCE_STORE' | 'EVIDENCE_ACCESS_KEY' | 'EVIDENCE_SECRET_KEY'>,
) => given.EVIDENCE_STORE === null || Boolean(given.EVIDENCE_ACCESS_KEY && given.EVIDENCE_SECRET_KEY)
export const keysOfBucketMissing =
  'EVIDENCE_STORE needs EVIDENCE_ACCESS_KEY and EVIDENCE_SECRET_KEY, the two keys that open the bucket.'

/** What these settings say together. */
export type EvidenceSettings = {
  /** Who signs when a hash was there (RFC 3161), and which archive keeps copies of pages; null where nobody does. */
  timestampUrl: string | null
  wayback: { archive: string; keys: string } | null
  /** Where the bytes of evidence are kept; null means a folder in `dataDir`. */
  evidenceBucket: Bucket | null
}

type Given = {
  TIMESTAMP_URL: string | null
  WAYBACK_KEYS: string | null
  WAYBACK_URL: string
  EVIDENCE_STORE: string | null
  EVIDENCE_ENDPOINT: string | null
  EVIDENCE_REGION: string
  EVIDENCE_ACCESS_KEY: string | null
  EVIDENCE_SECRET_KEY: string | null
}

export function evidenceOf(given: Given): EvidenceSettings {
  const { TIMESTAMP_URL, WAYBACK_KEYS, WAYBACK_URL } = given
  return {
    evidenceBucket: bucketIn(given),
    timestampUrl: TIMESTAMP_URL,
    wayback: WAYBACK_KEYS === null ? null : { archive: WAYBACK_URL.replace(/\/+$/, ''), keys: WAYBACK_KEYS },
  }
}

function bucketIn(given: Given): Bucket | null {
  const {
    EVIDENCE_STORE,
    EVIDENCE_ENDPOINT,
    EVIDENCE_REGION: region,
    EVIDENCE_ACCESS_KEY,
    EVIDENCE_SECRET_KEY,
  } = given
  if (EVIDENCE_STORE === null || !EVIDENCE_ACCESS_KEY || !EVIDENCE_SECRET_KEY) return null
  const [bucket = '', ...folders] = EVIDENCE_STORE.slice('s3://'.length).split('/').filter(Boolean)
  const endpoint = EVIDENCE_ENDPOINT ?? `https://s3.${region}.amazonaws.com`
  return {
    endpoint,
    bucket,
    prefix: folders.join('/'),
    region,
    accessKey: EVIDENCE_ACCESS_KEY,
    secretKey: EVIDENCE_SECRET_KEY,
  }
}
