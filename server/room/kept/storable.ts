/** The same value with texts that Postgres can keep: it takes neither NUL nor half a character. */
export function storable<Value>(value: Value): Value {
  const clean = (_key: string, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part
  return JSON.parse(JSON.stringify(value, clean))
}
