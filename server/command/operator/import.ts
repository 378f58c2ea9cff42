import { readFile } from 'node:fs/promises'
import { dropDraft, freezeDraft } from '../../article/draft/freeze-draft'
import { addFile } from '../../article/file/add-file'
import { importFile } from '../../article/file/import-file'
import { type Imported, importAddress } from '../../article/import-article'
import { readArticle, readDraft, uncorrected } from '../../article/read-article'
import { type Member, whyMayNot } from '../../member/member'
import { readMemberByEmail } from '../../member/read-member'
import { Refused, refuseIf } from '../../refusal'
import { type Command, fileNamed, readOptions } from './command'

/** Imports an article from the command line and freezes it as it was read. */
export const importCommand: Command = {
  usage: 'import FILE|ADDRESS --desk SLUG --member EMAIL  Imports an article and freezes it at once.',
  async run(args) {
    const { words, options } = readOptions(args, ['desk', 'member'])
    const [from] = words
    if (!from) throw new Error('Say which file or address to import.')
    const member = await readMemberByEmail(options.desk, options.member)
    if (!member) throw new Refused({ code: 'desk-unknown' })
    refuseIf(whyMayNot(member, 'import articles'))
    const imported = /^https?:\/\//i.test(from)
      ? await importAddress(member, from)
      : await fromFile(member, from)
    return freeze(member, imported)
  },
}

async function fromFile(member: Member, path: string): Promise<Imported> {
  const bytes = await readFile(fileNamed(path)).catch((cause: Error) => {
    throw new Error(`The file ${path} cannot be read: ${cause.message}`, { cause })
  })
  const { fileId } = await addFile(member, { name: path.split(/[\\/]/).at(-1) ?? path, bytes })
  return importFile(member, fileId)
}

async function freeze(member: Member, imported: Imported) {
  if ('draftId' in imported) {
    const { draftId } = imported
    const { extraction } = await readDraft(member, draftId)
    try {
      return await freezeDraft(member, draftId, uncorrected(extraction))
    } catch (error) {
      // Nobody at a command line looks at it again.
      await dropDraft(member, draftId)
      throw error
    }
  }
  const { article, revision } = await readArticle(member, imported.articleId)
  return { articleId: article.id, revision: revision.number, hash: revision.hash }
}
