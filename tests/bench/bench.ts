import { measureAnchoring } from './anchoring/anchoring'
import { measureBackup } from './backup'
import { measureBesideImports } from './beside-imports'
import { measureDataset } from './desk/dataset'
import { measureDesk, measureSearch } from './desk/desk'
import { measureDossier } from './desk/dossier'
import { measureReview } from './desk/review'
import { measureExtraction } from './extraction/extraction'
import { type Figure, isWithin } from './figures'
import { measureHealing } from './healing'
import { measureImport } from './import'
import { measureLighthouse } from './lighthouse'
import { measureMemory } from './memory'
import { openNewsroom } from './newsroom'
import { measurePublicSearch } from './public/public-search'
import { measurePublicPages } from './public-pages'
import { measureReaders } from './readers/measure-readers'
import { measureRooms } from './rooms/rooms'
import { measureSimilar } from './similar/similar'
import { measureSums } from './sums'
import { measureWorkspace } from './workspace'

/** Every benchmark by its name, in the order they run on one server. */
const benchmarks = {
  memory: measureMemory,
  import: measureImport,
  'beside-imports': measureBesideImports,
  anchoring: measureAnchoring,
  sums: measureSums,
  extraction: measureExtraction,
  rooms: measureRooms,
  healing: measureHealing,
  workspace: measureWorkspace,
  pages: measurePublicPages,
  lighthouse: measureLighthouse,
  readers: measureReaders,
  backup: measureBackup,
  dossier: measureDossier,
  // Last, as they fill the database with more than all others.
  desk: measureDesk,
  review: measureReview,
  search: measureSearch,
  // It adds to the full desk.
  dataset: measureDataset,
  // It adds 100,000 claims.
  'public-search': measurePublicSearch,
  // It adds 100,000 more, on a desk of their own.
  similar: measureSimilar,
}

const isJson = process.argv.includes('--json')
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Benchmarks: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(1)
}

// With --json, standard output belongs to the goals.
const say = isJson ? console.error : console.log
const figures: Figure[] = []
const newsroom = await openNewsroom()
say(`\n${'figure'.padEnd(56)}${'value'.padStart(12)}  ${'goal'.padEnd(14)}`)
try {
  for (const [name, measure] of Object.entries(benchmarks)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.error(`Measuring ${name}…`)
    for await (const found of asSteps(measure(newsroom))) {
      figures.push(...found)
      for (const figure of found) say(lineOf(figure))
    }
  }
} finally {
  await newsroom.close()
}
const goals = figures.filter(({ bound }) => bound !== undefined)
if (isJson)
  console.log(JSON.stringify({ goals: Object.fromEntries(goals.map((goal) => [goal.name, asGoal(goal)])) }))
process.exit(goals.every(isWithin) ? 0 : 1)

function asGoal(goal: Figure) {
  return { value: goal.value, bound: goal.bound, pass: isWithin(goal) }
}

/** A benchmark gives its figures at the end, or as it goes on. */
async function* asSteps(measured: Promise<Figure[]> | AsyncGenerator<Figure[]>): AsyncGenerator<Figure[]> {
  if (measured instanceof Promise) yield await measured
  else yield* measured
}

function lineOf(figure: Figure): string {
  const { name, value, unit, bound, atLeast, note } = figure
  const goal =
    bound === undefined ? '' : `${atLeast ? '≥' : '≤'} ${bound} ${isWithin(figure) ? 'met' : 'MISSED'}`
  return `${name.padEnd(56)}${`${value} ${unit}`.padStart(12)}  ${goal.padEnd(14)}${note ?? ''}`
}
