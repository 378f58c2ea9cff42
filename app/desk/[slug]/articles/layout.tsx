import { spokenIn } from '@/app/_api/spoken'
import { Speaking } from '@/app/_text/speaking'

/** The workspace and its history, with the words that only they say. */
export default async function ArticlesLayout({ children }: { children: React.ReactNode }) {
  return <Speaking {...(await spokenIn('room'))}>{children}</Speaking>
}
