import { settings } from '../../env'
import { passFor } from '../../room/pass-for'
import { type Command, readOptions } from './command'

/** Makes a one-minute pass into an article's room, on a session of its own, for programs that act as a member. */
export const passCommand: Command = {
  usage:
    'pass --article ID --member EMAIL  Prints { url, document, token } that admit to a room for one minute.',
  async run(args) {
    const { options } = readOptions(args, ['article', 'member'])
    const pass = await passFor({ articleId: options.article, email: options.member })
    return { url: `${settings().publicOrigin.replace(/^http/, 'ws')}/collab`, ...pass }
  },
}
