import { keepChain } from '../../audit/chain/keep-chain'
import { readChains } from '../../audit/chain/read-chain'
import type { Command } from './command'

/** Follows the chains of the audit from their beginning; refuses with the first link that does not hold. */
export const auditCheckCommand: Command = {
  usage: 'audit check  Follows the chains of the audit and names the first broken link of each.',
  async run() {
    await keepChain()
    const chains = await readChains()
    for (const { chain, entries, broken } of chains) {
      const found = broken
        ? `broken at ${'index' in broken ? `link ${broken.index}` : 'no link'}, entry ${broken.entryId}: ${broken.why}`
        : `${entries} entries, whole`
      console.error(`${chain}: ${found}`)
    }
    if (chains.some(({ broken }) => broken))
      throw new Error('The audit was tampered with: see the lines above.')
    return { chains }
  },
}
