import { spokenIn } from '@/app/_api/spoken'
import { Speaking } from '@/app/_text/speaking'

/** The desk's settings, with the words that only they say. */
export default async function SettingsLayout({ children }: { children: React.ReactNode }) {
  return <Speaking {...(await spokenIn('settings'))}>{children}</Speaking>
}
