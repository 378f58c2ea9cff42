import { zlibSync } from 'fflate'

/** A PDF as it is put together (ISO 32000-2, 7): objects are numbered as they are named and written at the end. */
export type PdfFile = {
  /** Takes a number for an object that is written later. */
  name: () => Ref
  /** Writes an object under a number; a stream is packed. */
  write: (ref: Ref, value: Value, stream?: Uint8Array) => void
  add: (value: Value, stream?: Uint8Array) => Ref
  /** The whole file; `root` is its catalog. */
  finish: (root: Ref, info: Ref) => Uint8Array
}

/** A reference to an object by its number. */
export class Ref {
  constructor(readonly number: number) {}
}
/** A name, as in /Type. */
export class Name {
  constructor(readonly value: string) {}
}

/** What stands in a PDF; a text becomes UTF-16, which holds every script. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Ref
  | Name
  | readonly Value[]
  | { [key: string]: Value | undefined }

export const named = (value: string) => new Name(value)

export function startPdf(): PdfFile {
  const objects: Uint8Array[] = []
  const file: PdfFile = {
    name: () => new Ref(objects.push(new Uint8Array())),
    write: ({ number }, value, stream) => {
      objects[number - 1] = objectOf(number, value, stream)
    },
    add: (value, stream) => {
      const ref = file.name()
      file.write(ref, value, stream)
      return ref
    },
    finish: (root, info) => fileOf(objects, root, info),
  }
  return file
}

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function objectOf(number: number, value: Value, stream?: Uint8Array): Uint8Array {
  if (!stream) return latin(`${number} 0 obj\n${written(value)}\nendobj\n`)
  const packed = zlibSync(stream, { level: 9 })
  const head = { ...(value as Record<string, Value>), Length: packed.length, Filter: named('FlateDecode') }
  return joined([
    latin(`${number} 0 obj\n${written(head)}\nstream\n`),
    packed,
    latin('\nendstream\nendobj\n'),
  ])
}

function fileOf(objects: Uint8Array[], root: Ref, info: Ref): Uint8Array {
  // The second line holds bytes that say to carriers that this is no text.
  const head = latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  let at = head.length
  const places = objects.map((object) => {
    const place = at
    at += object.length
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n${written({ Size: size, Root: root, Info: info })}\nstartxref\n${at}\n%%EOF\n`
  return joined([head, ...objects, latin(table + trailer)])
}

function written(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  if (typeof value === 'string') return textOf(value)
  if (value instanceof Ref) return `${value.number} 0 R`
  if (value instanceof Name) return nameOf(value.value)
  if (isList(value)) return `[${value.map(written).join(' ')}]`
  const entries = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [`/${key} ${written(one)}`],
  )
  return `<<${entries.join(' ')}>>`
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const nameOf = (name: string) =>
  `/${name.replace(/[^\w.+-]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

// Plain letters stand as they are, which some values must; the rest is UTF-16, whose digits need no care.
const textOf = (text: string) =>
  /^[ -~]*$/.test(text) ? `(${text.replace(/[()\\]/g, '\\$&')})` : `<${utf16(text)}>`

/** A text in UTF-16, the greater half first, in hexadecimal digits and with the mark that says so. */
const utf16 = (text: string) => ['\ufeff', ...text.split('')].map(unit).join('')

/** Sixteen bits of a text in hexadecimal digits. */
export const unit = (letter: string) => letter.charCodeAt(0).toString(16).padStart(4, '0')

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
