import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { csv } from '../../../statistics/csv'
import { type FieldType, fields } from '../columns'
import type { DatasetRow } from '../dataset'

/** Rows as CSV (RFC 4180), without its head. */
export function csvOf(rows: DatasetRow[]): string {
  return csv(rows.map((row) => fields.map(({ name }) => cellOf(row[name]))))
}

export const csvHead = () => csv([fields.map(({ name }) => name)])

function cellOf(value: DatasetRow[keyof DatasetRow]): string | number | null {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'boolean' ? String(value) : value
}

/** A Parquet file that is written a group of rows at a time, each column with its type; both give its next bytes. */
export type ParquetTable = { group: (rows: DatasetRow[]) => Buffer; end: () => Buffer }

export function openParquet(): ParquetTable {
  const writer = new ByteWriter()
  const schema = schemaFromColumnData({ columnData: columnsOf([]) })
  const table = new ParquetWriter({ writer, schema })
  const written = () => {
    const bytes = Buffer.from(writer.getBytes())
    writer.index = 0
    return bytes
  }
  return {
    group: (rows) => {
      table.write({ columnData: columnsOf(rows), rowGroupSize: rows.length })
      return written()
    },
    end: () => {
      table.finish()
      return written()
    },
  }
}

const columnsOf = (rows: DatasetRow[]) =>
  fields.map(({ name, type }) => ({
    // The least and the most of a column of words help nobody to find a group, and take long to compare.
    ...{ name, type: types[type], nullable: true, statistics: type !== 'string' },
    data: rows.map((row) => row[name]),
  }))

const types = {
  integer: 'INT32',
  number: 'DOUBLE',
  string: 'STRING',
  boolean: 'BOOLEAN',
  datetime: 'TIMESTAMP',
} as const satisfies Record<FieldType, string>
