import { keepWorker } from '../../worker/keep-worker'
import type { Answer } from './embed-worker'

/** Vectors that are kept, of 512 numbers each; claims are sought again and again while somebody writes. */
const mostKept = 5_000

const kept = new Map<string, number[]>()
// The first sentences wait for the weights to be read.
const encode = keepWorker<string[], Answer>('embed-worker', { longest: 20_000, megabytes: 512 })

/** The vectors of sentences, made in a thread of its own and kept for the next who asks; fails where that takes too long. */
export async function embedInWorker(sentences: string[]): Promise<number[][]> {
  const missing = [...new Set(sentences.filter((sentence) => !kept.has(sentence)))]
  const made = missing.length ? await vectorsOf(missing) : []
  const known = new Map([...kept, ...missing.map((sentence, at) => [sentence, made[at] ?? []] as const)])
  for (const [at, sentence] of missing.entries()) keep(sentence, made[at] ?? [])
  return sentences.map((sentence) => known.get(sentence) ?? [])
}

function keep(sentence: string, vector: number[]): void {
  kept.set(sentence, vector)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

async function vectorsOf(sentences: string[]): Promise<number[][]> {
  const answer = await encode(sentences)
  if ('fault' in answer) throw new Error(`sentences could not be encoded: ${answer.fault}`)
  return answer.vectors
}
