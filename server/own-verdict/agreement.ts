import type { Verdict } from '../../db/vocabulary'

/** How far two that judge the same claims agree; `kappa` is null where it would say nothing, and `why` says why. */
export type Agreement = {
  claims: number
  agreed: number
  kappa: number | null
  why: 'too-few' | 'one-verdict' | null
}

/** Fewer claims than this give no figure: a single one would turn it. */
export const fewestClaims = 10

/**
 * Cohen's kappa (1960) of pairs of verdicts: agreement beyond what chance would give, 1 for always, 0 for no more than
 * chance. Where both gave one and the same verdict throughout, chance would agree as well, and there is no figure.
 */
export function agreementOf<Label extends string>(pairs: readonly (readonly [Label, Label])[]): Agreement {
  const claims = pairs.length
  const agreed = pairs.filter(([one, other]) => one === other).length
  if (claims < fewestClaims) return { claims, agreed, kappa: null, why: 'too-few' }
  const labels = [...new Set(pairs.flat())]
  const share = (side: 0 | 1, label: Label) => pairs.filter((pair) => pair[side] === label).length / claims
  const byChance = labels.reduce((sum, label) => sum + share(0, label) * share(1, label), 0)
  if (byChance === 1) return { claims, agreed, kappa: null, why: 'one-verdict' }
  return { claims, agreed, kappa: (agreed / claims - byChance) / (1 - byChance), why: null }
}

/** A member's first own verdict on a claim, with what was decided about it; the earlier ones of a claim come first. */
export type FirstVerdict = {
  claimId: string
  member: { id: string; name: string }
  verdict: Verdict
  decided: Verdict | null
}

/** How far a desk agrees: the first and the second own verdict on a claim, each with the decision, and members in pairs. */
export type DeskAgreement = {
  /** What the claim was rated as, and what somebody held it to be who had not seen that. */
  ratedBlind: Agreement
  firstSecond: Agreement
  firstDecided: Agreement
  secondDecided: Agreement
  members: { names: [string, string]; agreement: Agreement }[]
}

/** The agreement that follows from a desk's first own verdicts, and from what claims were rated as when judged blind. */
export function deskAgreement(
  verdicts: FirstVerdict[],
  blind: readonly (readonly [Verdict, Verdict])[] = [],
): DeskAgreement {
  const claims = [...grouped(verdicts, ({ claimId }) => claimId).values()]
  const [firsts, seconds] = [0, 1].map((place) => claims.flatMap((ofClaim) => ofClaim[place] ?? []))
  return {
    ratedBlind: agreementOf(blind),
    firstSecond: agreementOf(
      claims.flatMap(([first, second]) =>
        first && second ? [[first.verdict, second.verdict] as const] : [],
      ),
    ),
    firstDecided: agreementOf(withDecision(firsts ?? [])),
    secondDecided: agreementOf(withDecision(seconds ?? [])),
    members: memberPairs(claims),
  }
}

function withDecision(verdicts: FirstVerdict[]): (readonly [Verdict, Verdict])[] {
  return verdicts.flatMap(({ verdict, decided }) => (decided ? [[verdict, decided] as const] : []))
}

/** Each two members with a claim in common, those with the most first. */
function memberPairs(claims: FirstVerdict[][]): DeskAgreement['members'] {
  const met = claims.flatMap((ofClaim) =>
    ofClaim.flatMap((one) =>
      ofClaim.flatMap((other) => (one.member.id < other.member.id ? [{ one, other }] : [])),
    ),
  )
  const pairs = grouped(met, ({ one, other }) => `${one.member.id} ${other.member.id}`)
  return [...pairs.values()]
    .flatMap((together): DeskAgreement['members'] => {
      const [any] = together
      if (!any) return []
      const agreement = agreementOf(together.map(({ one, other }) => [one.verdict, other.verdict] as const))
      return [{ names: [any.one.member.name, any.other.member.name], agreement }]
    })
    .sort((a, b) => b.agreement.claims - a.agreement.claims)
}

function grouped<Thing>(things: Thing[], keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}
