import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { roles } from '../../../db/vocabulary'
import { addMember } from '../../member/add-member'
import { emailShape, nameShape } from '../../member/member'
import { passwordShape } from '../../session/session'
import { type Command, readOptions } from './command'

const shape = z.object({
  desk: z.string(),
  email: emailShape.catch(refusing('--email must be an e-mail address.')),
  name: nameShape.catch(refusing('--name must be 1 to 120 letters.')),
  role: z.enum(roles).catch(refusing(`--role must be one of ${roles.join(', ')}.`)),
  password: passwordShape.catch(refusing('The password must be 10 to 200 letters.')),
})

/** Puts somebody on a desk from the command line, or gives a known person a new password and role. */
export const memberAdd: Command = {
  usage:
    'member add --desk SLUG --email E --name N --role R --password-stdin  ' +
    'Puts somebody on a desk, or changes their name, role and password.',
  async run(args) {
    const { options, flags } = readOptions(args, ['desk', 'email', 'name', 'role'], ['password-stdin'])
    if (!flags.has('password-stdin'))
      throw new Error('Missing: --password-stdin, and the password on standard input.')
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    return addMember(shape.parse({ ...options, password }))
  },
}

function refusing(sentence: string): () => never {
  return () => {
    throw new Error(sentence)
  }
}
