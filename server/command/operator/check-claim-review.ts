import { z } from 'zod'
import { submissionKinds, verdicts } from '../../../db/vocabulary'
import { scaleShape } from '../../claim/scale'
import { checkClaimReview, ruleSentences } from '../../publication/claim-review-rules'
import type { Command } from './command'

const recordShape = z.object({
  kind: z.enum(submissionKinds),
  publicNote: z.string(),
  content: z.object({
    scale: scaleShape.optional(),
    claim: z.object({ statement: z.string(), verdict: z.enum(verdicts).nullable() }),
  }),
})

/** Reads a page as a search engine does and names the rules of ClaimReview that it breaks; refuses when there are any. */
export const checkClaimReviewCommand: Command = {
  usage:
    'check-claimreview ADDRESS  Reads a claim page as a search engine does and names each rule of ClaimReview it breaks.',
  isAlone: true,
  async run([address]) {
    if (!address || !URL.canParse(address))
      throw new Error('Name the address of a claim page: check-claimreview https://…')
    const response = await fetch(address, { redirect: 'manual' })
    const broken = response.status === 200 ? await rulesBrokenBy(await response.text(), address) : [8]
    for (const rule of broken) console.error(`${rule}: ${ruleSentences[rule] ?? ''}`)
    if (broken.length > 0) process.exitCode = 1
    else console.error('Every rule that one page can show holds.')
    return { address, status: response.status, broken }
  },
}

async function rulesBrokenBy(html: string, address: string): Promise<number[]> {
  const sealed = await readRecord(html, address)
  return checkClaimReview({ html, now: new Date(), sealed, scale: sealed?.content.scale })
}

/** What the log seals of the version that the page shows; nothing where the page leads to no record. */
async function readRecord(html: string, address: string) {
  const path = /href="(\/c\/\d+\/v\/\d+\/record\.json)"/.exec(html)?.[1]
  const response = path ? await fetch(new URL(path, address)) : null
  return response?.ok ? recordShape.safeParse(await response.json()).data : undefined
}
