'use client'
import { useParams } from 'next/navigation'
import { Lost } from '@/app/_entry/lost'
import { words } from '@/server/words'

/** For members of the desk, who go on from its home. */
export default function NotOnDesk() {
  const { slug } = useParams<{ slug: string }>()
  return <Lost wayBack={words()('lost.toDesk')} to={`/desk/${slug}`} />
}
