import { verifyPath } from '../../log/log-paths'
import { jsonInHtml } from '../../markup/json-in-html'
import type { Edition } from '../edition'
import { toHtml } from '../shell'

type Parts = { key: string; script: string; forms: string }

/**
 * The page on which readers check a record in their own browser: the only one for them that runs a script, under a policy
 * of its own. `key` is the log's verifier key.
 */
export function verifyPage({ key, script, forms }: Parts, edition: Edition): string {
  const { say } = edition
  return toHtml({
    edition,
    title: `${say('verifyPage.title')} – ${edition.desk.name}`,
    description: say('verifyPage.lead'),
    canonical: verifyPath,
    marks: [],
    forms,
    script,
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say('verifyPage.title')}</h1>
          <p className="pub-stand">{say('verifyPage.lead')}</p>
        </header>
        {/* Not in noscript: it stands there as well where the script does not arrive. */}
        <p className="refused" id="no-script">
          {say('verifyPage.noScript')}
        </p>
        <div id="check" className="write" hidden>
          <div className="field">
            <label htmlFor="files">{say('verifyPage.files')}</label>
            <p className="meta" id="files-hint">
              {say('verifyPage.filesHint')}
            </p>
            <input id="files" type="file" multiple aria-describedby="files-hint" />
          </div>
          <div className="field">
            <label htmlFor="key">{say('verifyPage.key')}</label>
            <p className="meta" id="key-hint">
              {say('verifyPage.keyHint')}
            </p>
            <input id="key" type="text" defaultValue={key} spellCheck={false} aria-describedby="key-hint" />
          </div>
        </div>
        <output id="answer" htmlFor="files key" />
        <section className="pub-sec">
          <h2>{say('verifyPage.how')}</h2>
          <p>{say('verifyPage.howText')}</p>
          <p>
            <a href={script}>{say('verifyPage.source')}</a>
          </p>
          <p className="citeas">
            <code>npm run proofroom -- verify-record record.json proof.txt --key {key}</code>
          </p>
        </section>
        <script
          id="words"
          type="application/json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonInHtml leaves no character that could end the script
          dangerouslySetInnerHTML={{ __html: jsonInHtml(answersIn(edition)) }}
        />
      </main>
    ),
  })
}

/** What the script may have to say; in braces stands what it fills in. */
function answersIn({ say }: Edition): Record<string, string> {
  const left = Object.fromEntries(
    ['claim', 'dossier', 'version', 'index', 'size', 'origin', 'by', 'ground'].map((name) => [
      name,
      `{${name}}`,
    ]),
  )
  return Object.fromEntries(answers.map((name) => [name, say(`verifyPage.answer.${name}`, left)]))
}

const answers = [
  ...(['holds', 'holdsRedacted', 'fails', 'yes', 'no', 'unknown', 'same', 'redacted', 'other'] as const),
  ...(['sameDossier', 'redactedDossier', 'otherDossier'] as const),
  ...(['otherAround', 'otherWords', 'inLog', 'notInLog', 'signed', 'notSigned', 'unsigned'] as const),
  ...(['noCrypto', 'needsRecord', 'needsProof', 'unreadable', 'unreachable'] as const),
]
