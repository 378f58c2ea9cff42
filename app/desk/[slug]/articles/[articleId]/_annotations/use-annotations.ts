import { useState } from 'react'
import { sayDone } from '@/app/_ui/toast'
import { type Annotation, mostAnnotationBytes, readAnnotations } from '@/server/article/annotation/annotation'
import { type AnnotationPlace, placesOfAnnotations } from '@/server/article/annotation/annotation-place'
import { wordsAt } from '@/server/claim/quote'
import type { Refusal } from '@/server/refusal'
import { words } from '@/server/words'
import { useClaims, useRoom } from '../_room/use-room'
import { markAnnotation } from './mark-annotation'

/** An annotation of a file with its place in the text; `passage` is what stands there, null where it has no place. */
export type FoundAnnotation = {
  key: number
  annotation: Annotation
  place: AnnotationPlace
  passage: string | null
  /** Whether a claim has these very words already. */
  isMarked: boolean
}

type File = Pick<Blob, 'size' | 'text'>
type Read = { found: FoundAnnotation[]; leftOut: number; refusal: Refusal | null }
const nothing: Read = { found: [], leftOut: 0, refusal: null }

/** Reads a file of annotations, holds which of them are chosen, and marks those as claims. */
export function useAnnotations(onMarked: () => void) {
  const room = useRoom()
  const claims = useClaims()
  const [result, setResult] = useState<Read>(nothing)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const marked = new Set(
    claims
      .filter(({ revision }) => revision === room.revision.hash)
      .map(({ selectors: { position } }) => `${position.start} ${position.end}`),
  )
  const read = async (file: File) => {
    const next = await readFile(file, room.revision.text, marked)
    setResult(next)
    setChosen(
      new Set(
        next.found.flatMap(({ key, place, isMarked }) => (place.is === 'placed' && !isMarked ? key : [])),
      ),
    )
  }
  const choose = (key: number) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const mark = () => {
    const now = new Date()
    for (const { key, annotation, place } of result.found)
      if (chosen.has(key) && place.is !== 'not-found') markAnnotation(room, annotation, place.span, now)
    sayDone(words()('annotation.done', { count: chosen.size }))
    onMarked()
  }
  return { ...result, chosen, choose, read, mark }
}

async function readFile(file: File, text: string, marked: ReadonlySet<string>): Promise<Read> {
  if (file.size > mostAnnotationBytes) {
    const values = { megabytes: mostAnnotationBytes / 1_000_000 }
    return { ...nothing, refusal: { code: 'annotations-too-large', values } }
  }
  const read = readAnnotations(await file.text())
  if ('refusal' in read) return { ...nothing, refusal: read.refusal }
  const places = placesOfAnnotations(text, read.annotations)
  const found = read.annotations.map((annotation, key): FoundAnnotation => {
    const place = places[key] ?? { is: 'not-found' }
    if (place.is === 'not-found') return { key, annotation, place, passage: null, isMarked: false }
    const { start, end } = place.span
    return {
      ...{ key, annotation, place },
      ...{ passage: wordsAt(text, place.span), isMarked: marked.has(`${start} ${end}`) },
    }
  })
  return { found, leftOut: read.leftOut, refusal: null }
}
