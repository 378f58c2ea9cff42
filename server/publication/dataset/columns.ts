import type { DatasetRow } from './dataset'

/** What a value of a column is, in the words of Table Schema (Frictionless). */
export type FieldType = 'integer' | 'number' | 'string' | 'boolean' | 'datetime'
type Field = { name: keyof DatasetRow; type: FieldType; description: string }

/** Whether each value is absent or of its column's type, as a row read from a damaged version is not. */
export function isWhole(row: DatasetRow): boolean {
  return fields.every(({ name, type }) => row[name] === null || is[type](row[name]))
}

const is: Record<FieldType, (value: unknown) => boolean> = {
  // As Parquet keeps them, in 32 bits.
  integer: (value) => typeof value === 'number' && (value | 0) === value,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  datetime: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
}

/** The columns in their order, with what stands in them. */
export const fields: Field[] = [
  { name: 'claim', type: 'integer', description: 'The public number of the claim, for ever.' },
  { name: 'version', type: 'integer', description: 'Its version, from 1.' },
  { name: 'kind', type: 'string', description: 'first, retraction, or the kind of correction.' },
  { name: 'isNewest', type: 'boolean', description: 'Whether readers have no newer version.' },
  {
    name: 'isRetracted',
    type: 'boolean',
    description: 'Whether the claim’s newest version takes the check back.',
  },
  {
    name: 'isUnderReview',
    type: 'boolean',
    description: 'Whether the desk says that it is looking at it again.',
  },
  { name: 'publishedAt', type: 'datetime', description: 'When this version was published, UTC.' },
  { name: 'statement', type: 'string', description: 'What was checked, in a sentence.' },
  { name: 'quote', type: 'string', description: 'The words of the article it is about.' },
  { name: 'speaker', type: 'string', description: 'Who said it, as the desk wrote it.' },
  { name: 'saidAt', type: 'string', description: 'When it was said, as precise as known.' },
  { name: 'claimKind', type: 'string', description: 'What kind of claim it is.' },
  {
    name: 'figureLow',
    type: 'number',
    description: 'Its value or lower end; empty where it is open downwards.',
  },
  {
    name: 'figureHigh',
    type: 'number',
    description: 'Its value or upper end, alike for a single value; empty where it is open upwards.',
  },
  { name: 'figureQualifier', type: 'string', description: 'How exact it is, as whoever gave it put it.' },
  {
    name: 'figureUnit',
    type: 'string',
    description: 'What it is measured in: %, percentage points, ISO 4217, a unit; empty for things counted.',
  },
  { name: 'figureCounted', type: 'string', description: 'What is counted.' },
  { name: 'figurePer', type: 'string', description: 'The denominator of a rate.' },
  { name: 'figurePlace', type: 'string', description: 'Where.' },
  { name: 'figureFrom', type: 'string', description: 'Since when it counts, as precise as stated.' },
  { name: 'figureAsOf', type: 'string', description: 'Until when it counts, or as of when.' },
  { name: 'figureBy', type: 'string', description: 'Who gave it, where that is not the speaker.' },
  { name: 'verdict', type: 'string', description: 'The verdict, the same word on every desk.' },
  { name: 'verdictLabel', type: 'string', description: 'The same as the desk calls it.' },
  { name: 'shortAnswer', type: 'string', description: 'The answer in two sentences.' },
  { name: 'notKnown', type: 'string', description: 'What is not known.' },
  { name: 'asKnownAt', type: 'string', description: 'The day up to which it was checked.' },
  { name: 'topics', type: 'string', description: 'Topics, separated by semicolons; a list in claims.jsonl.' },
  { name: 'sourceCount', type: 'integer', description: 'How many sources it has.' },
  { name: 'publicNote', type: 'string', description: 'Why this version corrects the one before.' },
  { name: 'desk', type: 'string', description: 'The newsroom.' },
  { name: 'language', type: 'string', description: 'The language of the check.' },
  { name: 'articleTitle', type: 'string', description: 'The article the claim stands in.' },
  { name: 'articlePublisher', type: 'string', description: 'Who published that article.' },
  { name: 'articleAddress', type: 'string', description: 'Where it is read.' },
  { name: 'articlePublished', type: 'string', description: 'When it was published, as precise as known.' },
  { name: 'address', type: 'string', description: 'Where the newest version is read.' },
  { name: 'versionAddress', type: 'string', description: 'Where this version stays.' },
  { name: 'recordAddress', type: 'string', description: 'What the public log seals of it.' },
  { name: 'hash', type: 'string', description: 'SHA-256 of the approved claim (RFC 8785 JSON).' },
]
