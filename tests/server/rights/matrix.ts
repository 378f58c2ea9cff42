import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../database'
import { type Answer, actOf, ask, isQuery, outcomeOf, procedures } from './ask'
import { type Asker, askers, isForMembers, isRole, rightOf, twoDesks } from './askers'
import { changesIn, idsIn } from './kept'
import { questions } from './questions'
import { aDraft, inOtherStates } from './things'

type Parts = Record<string, unknown>

await freshDatabase()
const { ours, theirs, homeOf, cookies, cookieBefore } = await twoDesks()
const theirThings: Record<string, Parts> = {}
const theirStates = await inOtherStates(theirs)
for (const [path, { thing }] of Object.entries(questions)) theirThings[path] = (await thing?.(theirs)) ?? {}
// What a colleague has not shown to anybody is to be unknown like another desk's.
theirStates.draftId = [(await aDraft({ ...ours, asker: ours.author })).draftId]
const theirIds = await idsIn(theirs.desk)
const theirsBefore = await changesIn(theirs.desk)

/**
 * Asks a part of all procedures as everybody: every `of`-th, beginning with the `part`-th, so that files share the work.
 * What one file makes on a desk is looked through by the file alone.
 */
export function askEverybody({ part, of }: { part: number; of: number }): void {
  test('what is written on a desk shows in its tables, and in no other desk’s', async () => {
    const before = await changesIn(ours.desk)
    await aDraft({ ...ours, asker: ours.author })
    expect(await changesIn(ours.desk)).not.toEqual(before)
    expect(await changesIn(theirs.desk)).toEqual(theirsBefore)
  })

  const paths = Object.keys(procedures).filter((path, n) => n % of === part - 1 && questions[path])
  describe.each(paths)('%s', (path) => {
    const act = actOf(path) ?? 'read the desk'
    const { thing, rule, repeats, isNew } = questions[path] ?? {}
    const isAllowed = (asker: Asker) => rightOf(asker, act) === 'answered'
    const inputsFor = async (asker: Asker) => inputsOf(path, (await thing?.(homeOf(asker))) ?? {})

    test.each(askers.filter(isAllowed))(`%s may ${act}, and finds nothing of another desk`, async (asker) => {
      const { own, pairs } = await inputsFor(asker)
      const whenMissing: Answer[] = []
      for (const { foreign, missing } of pairs) {
        const answer = await ask(path, missing, cookies[asker])
        expect(await ask(path, foreign, cookies[asker])).toEqual(answer)
        whenMissing.push(answer)
      }
      const answer = await ask(path, own, cookies[asker])
      expect(outcomeOf(answer)).toBe(rule ?? 'answered')
      if (isQuery(path)) expect(whenMissing).not.toContainEqual(answer)
      if (isRole(asker) && !repeats) expect(theirIds.filter((id) => answer.body.includes(id))).toEqual([])
    })

    const refused = askers.filter((asker) => !isAllowed(asker))
    if (refused.length > 0)
      describe('refused', () => {
        // Looked through once for all of them: to look through all tables takes longer than to ask.
        const inputs: Partial<Record<Asker, Awaited<ReturnType<typeof inputsFor>>>> = {}
        let before: Awaited<ReturnType<typeof changesIn>>
        beforeAll(async () => {
          for (const asker of refused) inputs[asker] = await inputsFor(asker)
          before = await changesIn(ours.desk)
        })
        test.each(refused)(`%s may not ${act}, whatever is named`, async (asker) => {
          const { own, pairs, elsewhere } = inputs[asker] ?? inputsOf(path, {})
          const answer = await ask(path, own, cookies[asker])
          expect(outcomeOf(answer)).toBe(rightOf(asker, act))
          const others = pairs.flatMap(({ foreign, missing }) => [foreign, missing])
          if (!isRole(asker)) others.push(elsewhere)
          for (const input of others) expect(await ask(path, input, cookies[asker])).toEqual(answer)
        })
        test('writes nothing', async () => expect(await changesIn(ours.desk)).toEqual(before))
      })

    test('the cookie from before a removal is answered like none', async () => {
      const { own } = inputsOf(path, {})
      const [before, nobodys] = [await ask(path, own, cookieBefore), await ask(path, own)]
      if (isNew) expect(outcomeOf(before)).toBe(outcomeOf(nobodys))
      else expect(before).toEqual(nobodys)
    })

    if (isForMembers(act))
      test('a removed member is answered like a member of another desk', async () => {
        const { own } = await inputsFor('removed member')
        const strangers = await ask(path, own, cookies['member of another desk'])
        expect(await ask(path, own, cookies['removed member'])).toEqual(strangers)
      })

    test('another desk is as it was', async () => expect(await changesIn(theirs.desk)).toEqual(theirsBefore))
  })
}

/** What is asked: for something of ours, for theirs beside what is nowhere, and at a desk that is nowhere. */
function inputsOf(path: string, own: Parts) {
  const { missing, besides } = questions[path] ?? {}
  const more = () => (typeof besides === 'function' ? besides() : besides)
  const at = (parts: Parts, desk = ours.desk.slug) => ({ desk, ...more(), ...parts })
  if (!missing) return { own: at(own), pairs: [], elsewhere: at(own, 'no-such-desk') }
  const foreign = theirThings[path] ?? {}
  // Theirs in every state; where two things are named, each of theirs also beside one of ours.
  const beside = Object.keys(missing).flatMap((key) =>
    [foreign[key], ...(theirStates[key] ?? [])].map((named) => ({
      foreign: at({ ...own, [key]: named }),
      missing: at({ ...own, [key]: missing[key] }),
    })),
  )
  const pairs = [{ foreign: at(foreign), missing: at(missing) }, ...beside]
  return { own: at(own), pairs, elsewhere: at(own, 'no-such-desk') }
}
