'use client'
import Link from 'next/link'
import { Ago } from '@/app/_ui/time'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { ruleInWords } from './rule-in-words'
import type { Rules } from './rules-section'

type Props = Rules & { slug: string }

/** When rules were last followed, about what, and how that ended. */
export function FiringList({ slug, rules, last }: Props) {
  const t = words()
  const sentenceFor = (ruleId: string) => {
    const rule = rules.find(({ id }) => id === ruleId)
    return rule ? ruleInWords(rule) : ''
  }
  return (
    <details>
      <summary>{t('rule.last')}</summary>
      {last.length === 0 ? (
        <p className="meta">{t('rule.lastNone')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('rule.column.at')}</th>
              <th scope="col">{t('rule.column.rule')}</th>
              <th scope="col">{t('rule.column.about')}</th>
              <th scope="col">{t('rule.column.result')}</th>
            </tr>
          </thead>
          <tbody>
            {last.map(({ id, ruleId, articleId, claimId, doneAt, refusal, about }) => (
              <tr key={id}>
                <td>{doneAt && <Ago at={doneAt} />}</td>
                <td>{sentenceFor(ruleId)}</td>
                <td>
                  <Link href={`/desk/${slug}/articles/${articleId}${claimId ? `?claim=${claimId}` : ''}`}>
                    {about}
                  </Link>
                </td>
                <td>{refusal ? say(refusal) : t('rule.done')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}
