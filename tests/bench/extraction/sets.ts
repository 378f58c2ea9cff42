import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { decodeFile } from '../../../server/article/fetch/page-charset'

/** A page of a set with what its annotators say: its whole text, or passages that must and must not be found. */
export type SetPage = { name: string; url: string; html: string; truth: Truth }
export type Truth = { text: string } | Passages
export type Passages = { with: string[]; without: string[] }

/** The sets in a folder, in the layout of their own repositories; those that are not there are left out. */
export function setsIn(folder: string): { name: string; pages: () => Generator<SetPage> }[] {
  return [
    { name: 'scrapinghub', answers: 'ground-truth.json', pages: scrapinghubPages },
    { name: 'trafilatura', answers: 'tests/evaldata.json', pages: trafilaturaPages },
  ]
    .map(({ name, answers, pages }) => ({ name, root: join(folder, name), answers, pages }))
    .filter(({ root, answers }) => existsSync(join(root, answers)))
    .map(({ name, root, answers, pages }) => ({ name, pages: () => pages(root, join(root, answers)) }))
}

const texts = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }))

function* scrapinghubPages(root: string, answers: string): Generator<SetPage> {
  for (const [name, { articleBody, url }] of Object.entries(texts.parse(read(answers)))) {
    const html = decodeFile(gunzipSync(readFileSync(join(root, 'html', `${name}.html.gz`))))
    yield { name, url, html, truth: { text: articleBody } }
  }
}

const passages = z.record(
  z.string(),
  z.object({ file: z.string(), with: z.array(z.string()), without: z.array(z.string()) }),
)

function* trafilaturaPages(root: string, answers: string): Generator<SetPage> {
  for (const [url, { file, ...truth }] of Object.entries(passages.parse(read(answers)))) {
    const path = ['cache', 'eval'].map((part) => join(root, 'tests', part, file)).find(existsSync)
    if (path) yield { name: file, url, html: decodeFile(readFileSync(path)), truth }
  }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
