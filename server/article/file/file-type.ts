import { decodeFile, isBinary } from '../fetch/page-charset'

/** What kinds of files an article can come in. */
export const fileTypes = ['pdf', 'docx', 'mail', 'captions', 'html', 'text'] as const
export type FileType = (typeof fileTypes)[number]

/** Most bytes of a file: a long report with pictures, and little enough to be read in memory. */
export const mostFileBytes = 25_000_000

/** What a file was refused for before it is read: `old-word` is Word's format of before 2007, or any that is encrypted. */
export type Unread = 'old-word' | 'unknown'

/** What a file is by its first bytes, whatever it is called: a name decides only between HTML and text. */
export function typeOfFile(bytes: Uint8Array, name = ''): FileType | Unread {
  const start = latin(bytes.subarray(0, 1024))
  if (start.includes('%PDF-')) return 'pdf'
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)) return 'old-word'
  if (start.startsWith('PK\x03\x04')) return holdsName(bytes, 'word/document.xml') ? 'docx' : 'unknown'
  if (isBinary(bytes)) return 'unknown'
  const text = decodeFile(bytes.subarray(0, 20_000))
  if (isCaptions(text)) return 'captions'
  if (isMail(text)) return 'mail'
  const isMarkup = /^\s*<(?:!doctype|!--|\?xml|\/?[a-z][a-z0-9]*[\s>])/i.test(text)
  return isMarkup || /\.x?html?$/i.test(name) ? 'html' : 'text'
}

/** A file's name as a title, where nothing in it is one. */
export function titleOfFile(name: string | undefined): string | null {
  const bare = name
    ?.replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]{2,6}$/i, '')
    .trim()
  return bare || null
}

function isCaptions(text: string): boolean {
  return (
    /^\uFEFF?WEBVTT(?:\s|$)/.test(text) ||
    /^\uFEFF?\s*\d+\s*\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s+-->\s/.test(text)
  )
}

// A mail begins with lines "Name: words"; two of those that every mail has tell it from a text with a colon in it.
function isMail(text: string): boolean {
  const head = text.replace(/^\uFEFF/, '').split(/\r?\n\r?\n/)[0] ?? ''
  if (!/^(?:From |[A-Za-z][A-Za-z0-9-]*:)/.test(head)) return false
  const names = new Set(head.match(/^[A-Za-z][A-Za-z0-9-]*(?=:)/gm)?.map((name) => name.toLowerCase()))
  const known = ['from', 'to', 'date', 'subject', 'received', 'message-id', 'mime-version', 'content-type']
  return known.filter((name) => names.has(name)).length >= 3
}

/** Bytes at the end of an archive that hold the names of all its parts: of ten thousand, more than any document has. */
const mostNames = 1_000_000

// To look for a name through all of a large file would hold up the rooms of this process. One that is cut short has no such
// end, but mostly its words before its pictures.
function holdsName(bytes: Uint8Array, name: string): boolean {
  return [bytes.subarray(-mostNames), bytes.subarray(0, mostNames)].some((part) => latin(part).includes(name))
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
