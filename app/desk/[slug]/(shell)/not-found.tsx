'use client'
import { useParams } from 'next/navigation'
import { Lost } from '@/app/_entry/lost'
import { words } from '@/server/words'

/** Under the desk’s bar, which stays. */
export default function NotOnDesk() {
  const { slug } = useParams<{ slug: string }>()
  return <Lost wayBack={words()('lost.toDesk')} to={`/desk/${slug}`} />
}
