import type { Block } from '../../../server/article/extract/extraction'
import type { Told } from '../../../server/dossier/copied/sentence'

/** A report of sentences, each paragraph one. */
export function told(id: string, sentences: string[], given: Partial<Told> = {}): Told {
  const blocks = sentences.map((text): Block => ({ kind: 'paragraph', text }))
  return { id, blocks, language: 'en', published: null, publisher: null, ...given }
}

/** What the agency wrote first. */
export const wire = [
  'The old earth dam above Karsell broke shortly before dawn on 3 March and sent a wall of brown water through the lower valley.',
  'About 340 people were taken to the school in Dorla, according to the county office, which had opened it during the night.',
  'Mayor Lena Sarre said the siren on the town hall had failed because a cable was cut during road works last autumn.',
  'Engineers had warned the council in two letters that the spillway was blocked by timber and would not pass a spring flood.',
  'Farmers lost at least 1,200 sheep on the meadows along the river, the growers’ union reported on Tuesday evening.',
  'The railway between Dorla and Upper Venn will stay closed until the embankment near the mill has been rebuilt.',
  'Prosecutors opened an inquiry into the company that was paid to inspect the dam every second year.',
  '“We heard the trees break before we heard the water, and then there was nothing but mud,” said Tove Lind, who keeps the mill.',
]

/** The same made over: other words in between, and something lost or changed in most sentences. */
export const rewrite = [
  'The old earth dam above Karsell broke shortly before dawn on 3 March, sending a wall of brown water through the lower valley.',
  'The county office opened the school in Dorla during the night, and 340 people were taken there.',
  'Mayor Lena Moor said the siren on the town hall had failed because a cable was cut during road works last autumn.',
  'Engineers had warned the council in three letters that the spillway was blocked by timber and would not pass a spring flood.',
  'Farmers lost 1,200 sheep on the meadows along the river.',
  'The railway between Dorla and Upper Venn will stay closed until the embankment near the mill has been rebuilt.',
  'Several villagers have since demanded that the minister for water resign and repay her salary to every household.',
]

/** Somebody else was there, too, and wrote what they saw. */
export const ownReport = [
  'I walked up from the station at nine in the morning and found the lower streets of the town under a skin of silt.',
  'A baker had carried his ovens to the first floor and was selling rye loaves from a window to neighbours in boots.',
  'Nobody I spoke with had been woken by an alarm; most say they ran when the dogs began to bark.',
  'The gymnasium smelled of wet wool, and volunteers were writing names on strips of tape for those who looked for relatives.',
  'By the afternoon soldiers had laid planks across the gap where the road used to be, and a first lorry crossed it slowly.',
  '“We heard the trees break before we heard the water, and then there was nothing but mud,” said Tove Lind, who keeps the mill.',
]
