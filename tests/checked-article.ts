import type { Claim } from '../server/claim/claim'
import type { Member } from '../server/member/member'
import { decide } from '../server/review/decide'
import { readStages } from '../server/review/read-stages'
import { submit } from '../server/review/submit'
import { readArticleRevisions } from '../server/revision/read-revisions'
import { takePasted } from '../server/revision/take-pasted'
import { aClaim, aDesk, aRoomWith, onDesk } from './newsroom'

const relief = 'the largest relief package since independence'

/** An article with a claim on each of its paragraphs, and what its publisher makes of it. */
export async function aCheckedArticle() {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const people = aClaim({ words: 'Two thousand people were driven from their homes' })
  const package14 = aClaim({ words: relief })
  const cracks = aClaim({ words: 'cracks in the northern wall since 2019' })
  const room = await aRoomWith([people, package14, cracks], lena)
  const { articleId } = room
  const becomes = (...paragraphs: string[]) => takePasted(lena, articleId, asHtml(paragraphs))
  const passages = async (member: Member = lena) => (await readArticleRevisions(member, articleId)).passages
  const changes = async () => (await passages()).map(({ change }) => change)
  const passageOf = async ({ id }: { id: string }) => {
    const passage = (await passages()).find(({ claimId }) => claimId === id)
    if (!passage) throw new Error('the claim has no passage')
    return passage
  }
  const stages = async () => (await readStages(articleId, lena)).map(({ stage }) => stage)
  return {
    desk,
    lena,
    ruth,
    people,
    package14,
    cracks,
    room,
    articleId,
    becomes,
    passages,
    changes,
    passageOf,
    stages,
  }
}

/** A page with these paragraphs. */
export const asHtml = (paragraphs: string[]) =>
  `<!doctype html><html lang="en"><head><title>Dam</title></head><body><article><h1>Dam</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`

/** Publishes claims of an article: the first version, or one whose public note tells what its publisher did. */
export function publishing({ lena, ruth, room, articleId }: Awaited<ReturnType<typeof aCheckedArticle>>) {
  const ask = async (
    claim: Claim,
    kind: 'first' | 'clarification',
    version: number | null,
    publicNote = '',
  ) =>
    submit({ member: lena, claimId: claim.id, hash: await room.hashOf(claim.id), kind, version, publicNote })
  const approve = ({ submissionId }: { submissionId: string }) =>
    decide({ member: ruth, submissionId, decision: 'approved', note: '' })
  const lineOf = async (claim: Claim) => {
    const { passages } = await readArticleRevisions(lena, articleId)
    return passages.find(({ claimId }) => claimId === claim.id)?.line ?? ''
  }
  const publish = async (...claims: Claim[]) => {
    const made: { number: number; path: string }[] = []
    for (const claim of claims) {
      const { publication } = await approve(await ask(claim, 'first', null))
      if (publication) made.push(publication)
    }
    return made
  }
  const tell = async (claim: Claim, version = 1) =>
    approve(await ask(claim, 'clarification', version, await lineOf(claim)))
  return { ask, approve, lineOf, publish, tell }
}
