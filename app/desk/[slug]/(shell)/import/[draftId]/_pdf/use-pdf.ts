import { useEffect, useState } from 'react'
import type { PDFDocumentProxy } from 'unpdf/pdfjs'

/** A PDF that is open in this page, or why it is not. */
export type Pdf = PDFDocumentProxy | 'opening' | 'failed'

/** Most points of a picture in a PDF that is drawn: a larger one would hold the page up, and stays white. */
const mostPoints = 16_000_000

/** Opens the PDF at an address for as long as it is looked at; what draws it is loaded for that alone. */
export function usePdf(file: string): Pdf {
  const [pdf, setPdf] = useState<Pdf>('opening')
  useEffect(() => {
    let isLeft = false
    const opening = open(file)
    opening.then(
      (opened) => !isLeft && setPdf(opened),
      () => !isLeft && setPdf('failed'),
    )
    return () => {
      isLeft = true
      // One that could not be opened needs no closing.
      opening.then((opened) => opened.destroy()).catch(() => undefined)
    }
  }, [file])
  return pdf
}

async function open(file: string): Promise<PDFDocumentProxy> {
  const [{ getDocument }, answer] = await Promise.all([import('unpdf/pdfjs'), fetch(file)])
  if (!answer.ok) throw new Error(`the file is answered with ${answer.status}`)
  const data = new Uint8Array(await answer.arrayBuffer())
  return getDocument({ data, isEvalSupported: false, verbosity: 0, maxImageSize: mostPoints }).promise
}
