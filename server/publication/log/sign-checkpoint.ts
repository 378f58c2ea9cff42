import { settings } from '../../env'
import { checkpointText, originOf, signedNote, verifierKey } from './checkpoint'
import { readLogKey } from './read-log-key'
import { rootOf, type Tree } from './tree/tree'

/** The checkpoint over a tree of the log, signed by this newsroom, and the key to check it with. */
export async function signCheckpoint(tree: Tree): Promise<{ checkpoint: string; key: string }> {
  const { raw, signText } = await readLogKey()
  const signer = { name: originOf(settings().publicOrigin), publicKey: raw, sign: signText }
  const said = checkpointText(signer.name, { size: tree.size, root: rootOf(tree) })
  return { checkpoint: signedNote(said, signer), key: verifierKey(signer) }
}
