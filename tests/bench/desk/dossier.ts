import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { claims } from '../../../db/schema'
import { addArticle, addDossier } from '../../../server/dossier/change-dossier'
import type { Member } from '../../../server/member/member'
import { aDesk, aFigure, anArticle, onDesk, selectorsOf } from '../../newsroom'
import { cookieOf } from '../../signed-in'
import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'

const [articlesIn, figuresEach, rounds] = [50, 40, 15]

/** A dossier of 50 articles and 2,000 figures as a browser gets it, chart and table included; beside it the bare desk. */
export async function measureDossier({ server }: Newsroom): Promise<Figure[]> {
  const desk = await aDesk()
  const editor = await onDesk('editor', desk)
  const cookie = await cookieOf(editor.personId)
  const opened = async (path: string) => {
    const took: number[] = []
    let bytes = 0
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      const answer = await fetch(`${server.origin}/desk/${desk.slug}${path}`, { headers: { cookie } })
      const page = await answer.text()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      bytes = page.length
      took.push(performance.now() - begun)
    }
    return { median: rounded(percentile(took, 0.5)), p95: rounded(percentile(took, 0.95)), bytes }
  }
  const bare = await opened('')
  const many = await opened(`/dossiers/${await aDossier(editor, 20)}`)
  const few = await opened(`/dossiers/${await aDossier(editor, 1)}`)
  const beside = (one: typeof bare) =>
    `p95 ${one.p95} ms, ${Math.round(one.bytes / 1024)} KB; the bare desk page: ${bare.median} ms`
  return [
    {
      ...{ name: 'dossierOf2000Figures', value: many.median, unit: 'ms', bound: 500 },
      note: `100 of them drawn, 20 things counted; ${beside(many)}`,
    },
    {
      ...{ name: 'dossierOf2000FiguresOfOneThing', value: few.median, unit: 'ms', bound: 500 },
      note: `the first 100 of them drawn; ${beside(few)}`,
    },
  ]
}

/** A dossier whose figures count so many things, each with values that partly exclude each other. */
async function aDossier(member: Member, things: number): Promise<string> {
  const dossierId = uuid()
  await addDossier({ member, dossierId, name: 'The long flood' })
  for (let article = 0; article < articlesIn; article++) {
    const { id: articleId, hash } = await anArticle(member)
    const rows = Array.from({ length: figuresEach }, (_, n) => {
      const value = 100 + 10 * ((article * 7 + n * 3) % 40)
      return {
        ...{
          id: uuid(),
          articleId,
          deskId: member.deskId,
          markedAt: '2026-03-06T08:00:00.000Z',
          isDeleted: false,
        },
        ...{
          revision: hash,
          selectors: selectorsOf('14 million marks'),
          quote: '14 million marks',
          start: n,
        },
        ...{ statement: `So many were counted, ${n}.`, speaker: `Speaker ${n % 9}`, kind: 'number' as const },
        ...{
          saidAt: `2026-03-${String(1 + (article % 28)).padStart(2, '0')}`,
          topics: [],
          verdict: 'true' as const,
        },
        ...{ shortAnswer: '', hash, sequence: 1 },
        figure: aFigure({ low: value, high: value, counted: `people of kind ${n % things}` }),
      }
    })
    await db().insert(claims).values(rows)
    await addArticle({ member, dossierId, articleId })
  }
  return dossierId
}
