import { expect } from 'vitest'
import { openApiPath } from '../../../server/publication/api/openapi/openapi'
import { renderOutbox } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { faultsOf } from './description'

/** A document as programs get it, once all that is published is made; it has to be as it is described. */
export async function documentAt(path: string) {
  await renderOutbox()
  const page = await readPage(path)
  if (!page) throw new Error(`there is no document ${path}`)
  const document = JSON.parse(page.bytes.toString('utf8'))
  if (isDescribed(path)) expect(faultsOf(path, 200, page.contentType, document)).toEqual([])
  return document
}

/** The description itself, and what the log seals, are others' formats. */
const isDescribed = (path: string) => path.startsWith('/api/') && path !== openApiPath
