import { statedDate } from '@/server/date/stated-date'
import type { AskedVerdict } from '@/server/second-verdict/read-asked'
import { words } from '@/server/words'

/** The claim that is to be judged: what it says, in whose words, when. */
export function AskedClaim({ asked }: { asked: AskedVerdict }) {
  const t = words()
  const facts = [
    { label: t('secondVerdict.quote'), value: `“${asked.quote}”` },
    { label: t('claim.saidBy'), value: asked.speaker },
    { label: t('claim.when'), value: asked.saidAt && statedDate(asked.saidAt) },
    { label: t('claim.kind'), value: asked.kind && t(`claimKind.${asked.kind}`) },
  ]
  return (
    <section aria-labelledby="asked-claim">
      <h2 id="asked-claim" dir="auto">
        {asked.statement}
      </h2>
      <dl className="setting-facts">
        {facts
          .filter(({ value }) => value)
          .map(({ label, value }) => (
            <div key={label}>
              <dt className="label">{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
