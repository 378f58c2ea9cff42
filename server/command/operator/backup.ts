import { writeBackup } from '../../backup/write-backup'
import { type Command, fileNamed, readOptions } from './command'

/** Writes a backup while people work. */
export const backupCommand: Command = {
  usage: 'backup FILE  Writes everything the database keeps into a new file, as it is at this moment.',
  async run(args) {
    const [path] = readOptions(args, []).words
    if (!path) throw new Error('Say which file to write.')
    return writeBackup(fileNamed(path))
  },
}
