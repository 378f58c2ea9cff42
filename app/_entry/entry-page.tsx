import '../_styles/entry.css'
import '../_styles/door.css'
import { Wordmark } from '../../server/wordmark'
import { LanguageSwitch } from './language-switch'
import { Proof } from './proof'

type Props = { title: string; lead?: string; foot?: React.ReactNode; children: React.ReactNode }

/** A page in front of the newsroom: one thing to do on the left, a corrected proof on the right. */
export function EntryPage({ title, lead, foot, children }: Props) {
  return (
    <div className="sign">
      <div className="sign-form">
        <header>
          <Wordmark />
          <LanguageSwitch />
        </header>
        <main>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {children}
        </main>
        {foot && <footer className="sign-foot">{foot}</footer>}
      </div>
      <Proof />
    </div>
  )
}
