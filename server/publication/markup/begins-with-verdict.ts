import { languages, verdicts } from '../../../db/vocabulary'
import type { Scale } from '../../claim/scale'
import { words } from '../../words'

/** Whether a text begins with a verdict's name in any of our languages, which would make the claim look rated in a list of results. */
export function beginsWithVerdict(text: string, scale: Scale = []): boolean {
  ours ??= patternOf(namesOfHouse())
  const own = scale.length > 0 ? patternOf(scale.map(({ label }) => label)) : null
  return [ours, own].some((pattern) => pattern?.test(text.trim()))
}

// Asked of each page and feed several times, always of the same names.
let ours: RegExp | null = null

function namesOfHouse(): string[] {
  return languages.flatMap((language) => {
    const say = words(language)
    return verdicts.flatMap((verdict) => [say(`verdict.${verdict}`), say(`verdictShort.${verdict}`)])
  })
}

/** A name of several at the beginning, and not as the beginning of a longer word. */
function patternOf(names: string[]): RegExp {
  const any = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  return new RegExp(`^(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, 'iu')
}
