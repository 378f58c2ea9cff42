import type { CorrectionComment } from 'schema-dts'
import { type PublicVersion, versionPath } from '../publication'

/** What of a version tells whether and how it corrects the one before. */
type Correcting = Pick<PublicVersion, 'number' | 'version' | 'kind' | 'publicNote' | 'publishedAt'>

/** The corrections that readers were told of (schema.org/correction), newest first; a clarification corrects nothing. */
export function correctionsOf(versions: Correcting[], origin: string): CorrectionComment[] {
  return versions.filter(isCorrection).map(({ number, version, publicNote, publishedAt }) => ({
    '@type': 'CorrectionComment',
    text: publicNote.trim(),
    datePublished: publishedAt.toISOString(),
    url: origin + versionPath(number, version),
  }))
}

/** Whether a version is one that readers are told corrects something. */
export function isCorrection({ kind, publicNote }: Pick<Correcting, 'kind' | 'publicNote'>): boolean {
  const corrects = kind === 'typo' || kind === 'factual' || kind === 'verdict-change'
  return corrects && publicNote.trim() !== ''
}
