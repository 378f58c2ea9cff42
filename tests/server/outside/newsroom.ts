import { v7 as uuid } from 'uuid'
import { requireClearance } from '../../../server/clearance/add-clearance'
import { signClearance } from '../../../server/clearance/sign-clearance'
import { addGuestLink } from '../../../server/guest/add-link'
import { decide } from '../../../server/review/decide'
import { submit } from '../../../server/review/submit'
import { textOf } from '../../../server/room/doc/room-doc'
import { aClaim, aDesk, aRoomWith, onDesk } from '../../newsroom'

/** A desk where Lena has submitted a claim, Ruth decides, Omar knows the law and Maren runs it. */
export async function aDeskThatClears() {
  const desk = await aDesk({ timeZone: 'UTC' })
  const [lena, ruth, omar, maren] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('observer', desk),
    await onDesk('admin', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const hash = () => room.hashOf(claim.id)
  const ask = async () =>
    submit({ member: lena, claimId: claim.id, hash: await hash(), kind: 'first', publicNote: '' })
  const edit = (words: string) =>
    room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, `${words} `))
  const { submissionId } = await ask()
  const require = async (of: string | null, name = 'Legal', member = ruth) => {
    const id = uuid()
    await requireClearance({ member, id, claimId: claim.id, name, why: 'It names a company.', of })
    return id
  }
  const sign = async (clearanceId: string, parts: Partial<Parameters<typeof signClearance>[0]> = {}) =>
    signClearance({
      ...{ member: omar, clearanceId, submissionId, hash: await hash(), answer: 'given', note: '' },
      ...parts,
    })
  const approve = (parts: Partial<Parameters<typeof decide>[0]> = {}) =>
    decide({ member: ruth, submissionId, decision: 'approved', note: '', ...parts })
  const link = async (parts: Partial<Parameters<typeof addGuestLink>[0]> = {}) => {
    const id = uuid()
    const words = { name: 'Dr Weiss', purpose: 'Is this defamatory?', days: 7 }
    const { address } = await addGuestLink({
      ...{ member: ruth, id, submissionId, clearanceId: null, ...words },
      ...parts,
    })
    return { id, secret: address.split('/').at(-1) ?? '' }
  }
  return {
    ...{ desk, lena, ruth, omar, maren, claim, room, submissionId },
    ...{ hash, ask, edit, require, sign, approve, link },
  }
}
