import { customType } from 'drizzle-orm/pg-core'

/** A `bytea` column, read as a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
