import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes longest of its project, the longest first. A file that was never run before is begun by its size, and these are a
 * few lines that call for rounds: begun last, they would leave one core idle.
 */
const longest = [
  'rooms/link-watch',
  'rooms/cluster',
  'rooms/many-claims',
  'rooms/chaos',
  'rooms/away',
  'rooms/killed',
  'server/rights/procedures-1-of-3',
  'server/rights/procedures-2-of-3',
  'server/rights/procedures-3-of-3',
].map((name) => `/tests/${name}.test.ts`)

/** Begins with the longest files of each project; the others follow as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ordered = await super.sort(files)
    const projects = [...new Set(ordered.map(({ project }) => project))]
    return projects.flatMap((project) => longestFirst(ordered.filter((file) => file.project === project)))
  }
}

function longestFirst(files: TestSpecification[]): TestSpecification[] {
  const first = longest.flatMap((name) => files.filter(({ moduleId }) => moduleId.endsWith(name)))
  return [...first, ...files.filter((file) => !first.includes(file))]
}
