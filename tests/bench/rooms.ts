import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { v7 as newId } from 'uuid'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { listArticles, readArticle } from '../../server/article/read-article'
import type { Member } from '../../server/member/member'
import { makePass } from '../../server/room/admit'
import { markClaim } from '../../server/room/doc/marks'
import { claimIndex, documentOf } from '../../server/room/doc/room-doc'
import { startSession } from '../../server/session/sign-in'
import { type Figure, percentile, rounded } from './figures'
import type { Newsroom } from './newsroom'

const people = 10
const marks = 200

type Seat = { doc: Y.Doc; leave: () => void }
type Text = { hash: string; text: string }

/** From one person's mark to the nine other screens; beside it bare Hocuspocus, which puts nothing on disk. */
export async function measureRooms({ server, addMember }: Newsroom): Promise<Figure[]> {
  const members: Member[] = []
  for (let n = 1; n <= people; n++) members.push(await addMember(`Rater ${n}`))
  const [first] = members
  const article = first && (await listArticles(first)).find(({ claims }) => claims === 0)
  if (!first || !article) throw new Error('the demo has no article without claims')
  const { revision } = await readArticle(first, article.id)
  const url = `${server.origin.replace('http', 'ws')}/collab`
  const ours = await Promise.all(
    members.map((member) => sitDown(url, article.id, () => passOf(member, article.id))),
  )
  const took = await markInTurn(ours, revision)
  for (const seat of ours) seat.leave()
  const bare = await measureBare(article.id, revision)
  const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)]
  const bareP95 = percentile(bare, 0.95)
  const note = `${people} people, ${marks} marks, on disk by then`
  return [
    { name: 'markToScreenP50Ms', value: rounded(p50), unit: 'ms', note },
    { name: 'markToScreenP95Ms', value: rounded(p95), unit: 'ms', bound: 100, note },
    {
      name: 'markToScreenP95Ratio',
      value: rounded(p95 / bareP95),
      unit: '×',
      note: `of bare Hocuspocus in the same run (${rounded(bareP95)} ms), which keeps nothing`,
    },
  ]
}

async function measureBare(articleId: string, revision: Text): Promise<number[]> {
  const child = spawn(process.execPath, ['.build/bare-hocuspocus.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = await once(child.stdout, 'data')
    const { port } = JSON.parse(String(line))
    const url = `ws://127.0.0.1:${port}`
    const seats = await Promise.all(
      Array.from({ length: people }, () => sitDown(url, articleId, async () => 'anybody')),
    )
    const took = await markInTurn(seats, revision)
    for (const seat of seats) seat.leave()
    return took
  } finally {
    child.kill()
  }
}

async function passOf(member: Member, articleId: string): Promise<string> {
  const sessionId = await startSession(member.personId)
  return (await makePass({ member, sessionId, articleId })).token
}

async function sitDown(url: string, articleId: string, token: () => Promise<string>): Promise<Seat> {
  const doc = new Y.Doc()
  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
  await new Promise<void>((resolve) => {
    const provider = new HocuspocusProvider({
      websocketProvider,
      name: documentOf(articleId),
      document: doc,
      token,
      onSynced: () => resolve(),
    })
    provider.attach()
  })
  return { doc, leave: () => websocketProvider.destroy() }
}

/** Each marks in turn; a sample is the time until one other screen has the mark. */
async function markInTurn(seats: Seat[], { hash, text }: Text): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < marks; n++) {
    const marker = seats[n % seats.length]
    if (!marker) break
    const id = newId()
    const others = seats.filter((seat) => seat !== marker)
    const begun = performance.now()
    const seen = others.map((seat) => untilMarked(seat, id).then(() => took.push(performance.now() - begun)))
    const start = (n * 7) % 200
    const mark = { id, at: new Date().toISOString(), revision: hash, text, appearance: null }
    markClaim(marker.doc, { ...mark, span: { start, end: start + 40 } })
    await Promise.all(seen)
  }
  return took
}

function untilMarked({ doc }: Seat, id: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!claimIndex(doc).has(id)) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
  })
}
