import type { Metadata } from 'next'
import { words } from '@/server/words'
import { Lost } from './_entry/lost'

export const generateMetadata = (): Metadata => ({ title: words()('lost.title') })

export default function NotFound() {
  return <Lost wayBack={words()('lost.toStart')} to="/" />
}
