export const dynamic = 'force-dynamic'

/** The same where it stood before it had its place under `/.well-known/`. */
export { GET } from '../.well-known/security.txt/route'
