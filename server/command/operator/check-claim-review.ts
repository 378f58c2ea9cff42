import { z } from 'zod'
import { scaleShape } from '../../claim/scale'
import { checkClaimReview, ruleSentences } from '../../publication/claim-review-rules'
import type { Command } from './command'

const recordShape = z.object({ content: z.object({ scale: scaleShape.optional() }) })

/** Reads a page as a search engine does and names the rules of ClaimReview that it breaks; refuses when there are any. */
export const checkClaimReviewCommand: Command = {
  usage:
    'check-claimreview ADDRESS  Reads a claim page as a search engine does and names each rule of ClaimReview it breaks.',
  isAlone: true,
  async run([address]) {
    if (!address || !URL.canParse(address))
      throw new Error('Name the address of a claim page: check-claimreview https://…')
    const response = await fetch(address, { redirect: 'manual' })
    const broken = response.status === 200 ? await rulesBrokenBy(response, address) : [8]
    for (const rule of broken) console.error(`${rule}: ${ruleSentences[rule] ?? ''}`)
    if (broken.length > 0) process.exitCode = 1
    else console.error('Every rule that one page can show holds.')
    return { address, status: response.status, broken }
  },
}

async function rulesBrokenBy(response: Response, address: string): Promise<number[]> {
  const html = await response.text()
  return checkClaimReview({ html, now: new Date(), scale: await readScale(html, address) })
}

/** The scale that the verdict is on, from the record that the page leads to; the house's where it leads to none. */
async function readScale(html: string, address: string) {
  const path = /href="(\/c\/\d+\/v\/\d+\/record\.json)"/.exec(html)?.[1]
  const response = path ? await fetch(new URL(path, address)) : null
  if (!response?.ok) return undefined
  return recordShape.safeParse(await response.json()).data?.content.scale
}
