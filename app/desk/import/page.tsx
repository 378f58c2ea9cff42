import '../../_styles/door.css'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { answerFor, api } from '@/app/_api/server'
import { sharedAddress } from '@/server/article/draft/sent-page'
import { words } from '@/server/words'

type Props = { searchParams: Promise<Partial<Record<'url' | 'text' | 'title' | 'from', string | string[]>>> }

export const generateMetadata = (): Metadata => ({ title: words()('import.page.title') })

/** Where other pages and programs lead with an article: to the import of the member's desk, or to the choice of one. */
export default async function ImportDoor({ searchParams }: Props) {
  const { url, text, title, from } = await searchParams
  const address = sharedAddress([url, text, title].flat())
  const asked = new URLSearchParams({
    ...(address && { url: address }),
    ...(from === 'page' && { from: 'page' }),
  }).toString()
  const place = (slug: string) => `/desk/${slug}/import${asked && `?${asked}`}`
  const here = `/desk/import${asked && `?${asked}`}`
  const desks = await answerFor(here, (await api()).member.desks())
  const [first] = desks
  if (first && desks.length === 1) redirect(place(first.slug))
  return (
    <main className="door" id="main" tabIndex={-1}>
      <h1>{words()('import.page.choose')}</h1>
      <ul>
        {desks.map((desk) => (
          <li key={desk.slug}>
            <a href={place(desk.slug)}>
              <bdi>{desk.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
