import { v7 as newId } from 'uuid'
import { db } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import { notify } from '../../channel/notify'
import type { Member } from '../../member/member'
import { refuseIf } from '../../refusal'
import { openEvidence } from '../store/keep-bytes'
import { extractWords } from '../words/extract-words'
import { mediaTypeOf, whyNotAttach } from './media-type'
import { readSource } from './read-source'

type Attached = { member: Member; claimId: string; sourceId: string; fileName: string; bytes: Uint8Array }

/**
 * Keeps a file as evidence behind a source, for ever, as what its bytes say it is; refuses an empty and a too
 * large one, and any of a confidential source.
 */
export async function addFile({ member, claimId, sourceId, fileName, bytes }: Attached): Promise<string> {
  refuseIf(whyNotAttach(bytes))
  const { articleId, deskId, isConfidential } = await readSource(member, { claimId, sourceId })
  // Here it would be kept as it is, for all who may read the article; a note's file is encrypted.
  refuseIf(isConfidential ? { code: 'source-confidential' } : null)
  const mediaType = mediaTypeOf(bytes, /\.html?$/i.test(fileName) ? 'text/html' : '')
  const said = await extractWords(bytes, mediaType, '')
  const sha256 = await openEvidence().put(bytes)
  const id = newId()
  await db().transaction(async (tx) => {
    await tx.insert(snapshots).values({
      ...{ id, deskId, articleId, claimId, sourceId, kind: 'attached', fileName: plainName(fileName) },
      ...{ mediaType, size: bytes.length, sha256, ...said, takenBy: member.id, takenAt: new Date() },
    })
    await notify(tx, 'rows_changed', { articleId })
  })
  return id
}

/** The last part of a path, with nothing in it that is not shown. */
function plainName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? ''
  return (
    last
      .toWellFormed()
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
      .slice(0, 200) || 'file'
  )
}
