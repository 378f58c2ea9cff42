import { request } from 'node:http'

/** Readers who read one page after the other, each of a network of its own, until they are told to stop. */
export type Reading = { stop: () => Promise<{ read: number; failed: string[] }> }

/** Begins to read these addresses again and again; what is not answered with 200 has failed. */
export function readAlong(origin: string, paths: string[], readers = 4): Reading {
  const failed: string[] = []
  let [read, isOver] = [0, false]
  const readOn = async () => {
    while (!isOver) {
      const path = paths[read++ % paths.length] ?? '/'
      const answer = await statusOf(origin, path, read)
      if (answer !== 200) failed.push(`${path}: ${answer}`)
    }
  }
  const reading = Promise.all(Array.from({ length: readers }, readOn))
  return {
    stop: async () => {
      isOver = true
      await reading
      return { read, failed }
    },
  }
}

function statusOf(origin: string, path: string, nth: number): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = { 'x-forwarded-for': `10.1.${(nth >> 8) & 255}.${nth & 255}` }
    const asked = request(new URL(path, origin), { headers, timeout: 10_000 }, (answer) => {
      answer.on('error', ({ message }) => resolve(message))
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.once('timeout', () => asked.destroy(new Error('no answer')))
    asked.once('error', ({ message }) => resolve(message))
    asked.end()
  })
}
