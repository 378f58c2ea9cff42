import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** SQL: an array of ids, sent as one value however many they are. Made of ids that a database or a shape has read. */
export const asIds = (ids: string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`

/** SQL that says whether a column's id is among these: for long lists, where `inArray` sends and builds a value for each. */
export const isAmong = (column: SQLWrapper, ids: string[]): SQL => sql`${column} = any (${asIds(ids)})`
