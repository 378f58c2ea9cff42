import { makePass } from '../../server/room/admit'
import { startSession } from '../../server/session/sign-in'
import { arrive, type Person } from '../chaos/person'
import { type House, play } from '../chaos/play'
import { storyOf } from '../chaos/story'
import { anArticle } from '../newsroom'
import { type Figure, percentile } from './figures'
import type { Newsroom } from './newsroom'

const stories = 20
const mostPeople = 8

/** From the end of all troubles of the lines (cut, held back, frames lost) until everybody has everything, on disk. */
export async function measureHealing({ server, addMember }: Newsroom): Promise<Figure[]> {
  const devices = []
  for (let number = 1; number <= mostPeople; number++) {
    const member = await addMember(`Healer ${number}`)
    devices.push({ member, sessionId: await startSession(member.personId) })
  }
  const [first] = devices
  if (!first) throw new Error('nobody was added')
  const url = () => `${server.origin.replace('http', 'ws')}/collab`
  const took: number[] = []
  for (let seed = 1; seed <= stories; seed++) {
    const { people: count, steps } = storyOf(seed)
    const { id: articleId } = await anArticle(first.member)
    const people: Person[] = devices.slice(0, count).map((device, index) => {
      const askForPass = async () => (await makePass({ ...device, articleId })).token
      return arrive({ name: `p${index}`, url, articleId, askForPass })
    })
    const onLines = steps.filter(({ step }) => step.what !== 'restart' && step.what !== 'kill')
    took.push((await play({ people: count, steps: onLines }, people, untouched)).healedInMs)
    for (const person of people) person.leave()
  }
  const note = `${stories} seeded stories of 3 to ${mostPeople} people; a lost frame is noticed by the next forced sync`
  return [
    { name: 'healingP50Ms', value: percentile(took, 0.5), unit: 'ms', note },
    { name: 'healingMostMs', value: Math.max(...took), unit: 'ms', bound: 5_000, note },
  ]
}

const never = async (): Promise<never> => {
  throw new Error('the server of the benchmarks stays')
}
const untouched: House = { restart: never, kill: never, stored: never }
