import { z } from 'zod'

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
}

/** What these settings say together. */
export type EvidenceSettings = {
  /** Who signs when a hash was there (RFC 3161), and which archive keeps copies of pages; null where nobody does. */
  timestampUrl: string | null
  wayback: { archive: string; keys: string } | null
}

type Given = { TIMESTAMP_URL: string | null; WAYBACK_KEYS: string | null; WAYBACK_URL: string }

export function evidenceOf({ TIMESTAMP_URL, WAYBACK_KEYS, WAYBACK_URL }: Given): EvidenceSettings {
  return {
    timestampUrl: TIMESTAMP_URL,
    wayback: WAYBACK_KEYS === null ? null : { archive: WAYBACK_URL.replace(/\/+$/, ''), keys: WAYBACK_KEYS },
  }
}
