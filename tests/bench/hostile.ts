import { randomBytes } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { aPackedPdf, aPdf, aWordFile, column } from '../write-files'

/** Something that is imported: pasted, as a page of the desk sends it, or as a file. */
export type Hostile =
  | { name: string; kind: 'html'; content: string }
  | { name: string; kind: 'file'; fileName: string; bytes: Buffer }

const words =
  'On the fourth day the committee counted two thousand people in nine shelters along the river, it said. '
const megabyte = 1_000_000

/**
 * What bad luck or bad will imports, made anew for each run: pages that are long or endless, files that are larger unpacked
 * than any machine has room for, that are damaged, that take long, and one of nearly as many bytes as are taken in.
 */
export function hostileImports(): Hostile[] {
  const report = aPdf(
    Array.from({ length: 2_000 }, () => column(Array(50).fill(words.trim()), { x: 40, y: 780 })),
  )
  return [
    {
      ...{ name: 'page of 100,000 words', kind: 'html' },
      content: `<article><h1>Long</h1>${`<p>${words.repeat(4)}</p>`.repeat(1_390)}</article>`,
    },
    { name: 'million nodes', kind: 'html', content: `<p>${words}</p>${'<br>'.repeat(1_000_000)}` },
    aFile('zip bomb', 'bomb.docx', wordBomb(300)),
    aFile(
      'packed PDF bomb',
      'bomb.pdf',
      aPackedPdf(Buffer.concat([Buffer.from('BT '), Buffer.alloc(300 * megabyte, ' ')])),
    ),
    aFile('cut PDF', 'cut.pdf', report.subarray(0, Math.floor(report.length * 0.6))),
    aFile('PDF of 2,000 pages', 'report.pdf', report),
    aFile('Word file of 24 MB', 'pictures.docx', wordWithPicture(24)),
  ]
}

const aFile = (name: string, fileName: string, bytes: Buffer) =>
  ({ name, kind: 'file', fileName, bytes }) as const

/** A Word document that unpacks to so many megabytes of its text. */
function wordBomb(megabytes: number): Buffer {
  const text = 'Two thousand people. '.repeat(50_000)
  const [head, tail] = partsOf(aWordFile([{ text: 'Here' }]), 'Here')
  const times = Math.ceil((megabytes * megabyte) / text.length)
  return withDocument(Buffer.concat([head, ...Array<Buffer>(times).fill(Buffer.from(text)), tail]))
}

function partsOf(file: Buffer, between: string): [Buffer, Buffer] {
  const document = Buffer.from(unzipSync(file)['word/document.xml'] ?? strToU8(''))
  const at = document.indexOf(between)
  return [document.subarray(0, at), document.subarray(at + between.length)]
}

function withDocument(document: Buffer): Buffer {
  const parts = unzipSync(aWordFile([{ text: 'Here' }]))
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': document }, { level: 6 }))
}

/** A sound Word document that holds a picture of so many megabytes, which nothing packs any smaller. */
function wordWithPicture(megabytes: number): Buffer {
  const parts = unzipSync(aWordFile(Array.from({ length: 20 }, () => ({ text: words.trim() }))))
  return Buffer.from(
    zipSync({ ...parts, 'word/media/image1.png': randomBytes(megabytes * megabyte) }, { level: 0 }),
  )
}
