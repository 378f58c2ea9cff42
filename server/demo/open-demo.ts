import { hasDesk } from '../member/read-desk'
import { refuseIf } from '../refusal'
import { seedDemo } from './seed-demo'
import { isDemoOffered } from './sign-in-as'

/** Makes the demo newsroom on a server that offers it and that nobody has set up yet; refuses any other. */
export async function openDemo(): ReturnType<typeof seedDemo> {
  const isOpen = isDemoOffered() && !(await hasDesk())
  refuseIf(isOpen ? null : { code: 'demo-not-offered' })
  return seedDemo()
}
