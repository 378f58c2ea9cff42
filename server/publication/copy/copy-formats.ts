import type { CheckCopy } from './check-copy'
import type { ChosenFormat } from './chosen/chosen'
import { copyDocx } from './copy-docx'
import { copyHtml } from './copy-html'
import { copyText } from './copy-text'

type Format = { contentType: string; write: (copies: CheckCopy[]) => string | Buffer }

/** What checks are written as, and how. The PDF is not among them: it takes longer, and is drawn after the pages. */
export const written: Record<ChosenFormat, Format> = {
  html: { contentType: 'text/html; charset=utf-8', write: copyHtml },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: copyDocx,
  },
  txt: { contentType: 'text/plain; charset=utf-8', write: copyText },
}
