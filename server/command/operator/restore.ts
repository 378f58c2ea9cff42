import { restoreBackup } from '../../backup/restore-backup'
import { type Command, fileNamed, readOptions } from './command'

/** Restores a backup into a database that no server uses. */
export const restoreCommand: Command = {
  usage: 'restore FILE [--replace]  Puts a backup into an empty database, or with --replace into this one.',
  async run(args) {
    const { words, flags } = readOptions(args, [], ['replace'])
    const [path] = words
    if (!path) throw new Error('Say which file to restore.')
    return restoreBackup(fileNamed(path), { mayReplace: flags.has('replace') })
  },
}
