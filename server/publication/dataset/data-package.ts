import { z } from 'zod'
import { fields } from './columns'
import { licenceAt } from './licence'

/** A file of the data set, as it is described: bytes and SHA-256 are those of what is handed out unpacked. */
export type DatasetFile = { name: string; mediatype: string; bytes: number; sha256: string }

/** A version that is not in the data set, and why: it is larger than any that is written, or its row is not whole. */
export type LeftOut = { claim: number; version: number; why: 'too-large' | 'damaged' }

/** What the files are made of: so many versions, up to an entry of the log (null before the first). */
export type MadeFrom = { rows: number; logEntry: number | null; leftOut: LeftOut[] }

type Described = MadeFrom & {
  files: DatasetFile[]
  title: string
  description: string
  /** Address of the licence of all that is published; null where none is named. */
  licence: string | null
  origin: string
  created: Date
}

/** The description that programs read before the files (Frictionless Data Package 1). */
export function dataPackage(described: Described) {
  const { files, rows, logEntry, leftOut, title, description, licence, origin, created } = described
  return {
    profile: 'data-package',
    name: 'published-checks',
    ...{ title, description, homepage: `${origin}/dataset`, created: created.toISOString() },
    ...{ logEntry, leftOut },
    ...(licence && { licenses: [licenceAt(licence)] }),
    resources: files.map(({ name, mediatype, bytes, sha256 }) => {
      const format = name.slice(name.lastIndexOf('.') + 1)
      return {
        ...{ name: `claims-${format}`, path: name, format, mediatype, bytes, hash: `sha256:${sha256}`, rows },
        ...(format === 'csv' && { profile: 'tabular-data-resource', encoding: 'utf-8', schema, dialect }),
      }
    }),
  }
}

const schema = { fields, missingValues: [''], primaryKey: ['claim', 'version'] }
const dialect = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true }

/** What a description says of when and of what the data set was made. */
export const describedShape = z.object({
  created: z.coerce.date(),
  logEntry: z.number().nullable(),
})
