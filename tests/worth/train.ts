/**
 * Makes server/coverage/worth/weights.json from the labelled sentences beside this file, and says how well it ranks
 * articles that it has not seen: npx tsx tests/worth/train.ts. The same sentences always give the same weights.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { features } from '../../server/coverage/worth/features'
import { readLabelled } from './labelled'
import { crossValidated, pulling, rowOf, suggestFrom, weightsFor } from './learn'

const labelled = readLabelled()
const quality = crossValidated(labelled)
const [intercept = 0, ...weights] = weightsFor(labelled.map(rowOf)).map(
  (weight) => Math.round(weight * 1_000) / 1_000,
)

const made = {
  made: {
    by: 'npx tsx tests/worth/train.ts',
    from: `${labelled.length} invented sentences in tests/worth, labelled by hand, ${labelled.filter(({ isWorth }) => isWorth).length} of them worth checking`,
    how: `logistic regression, L2 of ${pulling} on all weights but the intercept`,
    averagePrecision: quality.averagePrecision,
    averagePrecisionOfChance: quality.chance,
  },
  suggestFrom,
  intercept,
  weights: Object.fromEntries(features.map((feature, at) => [feature, weights[at] ?? 0])),
}
writeFileSync(join('server', 'coverage', 'worth', 'weights.json'), `${JSON.stringify(made, null, 2)}\n`)
process.stdout.write(`${JSON.stringify(quality)}\n`)
