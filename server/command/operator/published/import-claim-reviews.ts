import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readMemberByEmail } from '../../../member/read-member'
import { fetchDocument } from '../../../outside/fetch-feeds'
import { checksIn, takeFile } from '../../../outside/take-checks'
import { Refused } from '../../../refusal'
import { type Command, fileNamed } from '../command'

/** Takes in the checks of other publishers (ClaimReview), which members are shown beside claims that say the like. */
export const importClaimReviewsCommand: Command = {
  usage:
    'import-claim-reviews FILE|ADDRESS --desk SLUG --member EMAIL  Takes in checks of other publishers (ClaimReview).',
  async run(args) {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { desk: { type: 'string' }, member: { type: 'string' } },
    })
    const [from] = positionals
    if (!from) throw new Error('Say which file or address to take in: JSON, or a page with JSON-LD.')
    if (!values.desk || !values.member) throw new Error('Missing: --desk and --member.')
    const member = await readMemberByEmail(values.desk, values.member)
    if (!member) throw new Refused({ code: 'desk-unknown' })
    const found = checksIn(await documentAt(from))
    if (!found) throw new Refused({ code: 'feed-empty' })
    return takeFile(member, found)
  },
}

async function documentAt(from: string): Promise<string> {
  if (/^https?:\/\//i.test(from)) return (await fetchDocument(from))?.text ?? ''
  return readFile(fileNamed(from), 'utf8').catch((cause: Error) => {
    throw new Error(`The file ${from} cannot be read: ${cause.message}`, { cause })
  })
}
