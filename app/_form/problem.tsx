'use client'
import { CircleAlert } from 'lucide-react'
import type { z } from 'zod'
import { Icon } from '../_ui/icon'

/** What keeps a form from being sent; `field` is the name of the input it is about. */
export type Problem = { field: string | null; sentence: string }

/** What a shape finds wrong in the fields of a form, one sentence for each. */
export function problemsIn(
  shape: z.ZodType,
  fields: Record<string, unknown>,
  sentences: Record<string, string>,
): Problem[] {
  const issues = shape.safeParse(fields).error?.issues ?? []
  const wrong = new Set(issues.map((issue) => String(issue.path[0])))
  return Object.entries(sentences)
    .filter(([field]) => wrong.has(field))
    .map(([field, sentence]) => ({ field, sentence }))
}

type Props = { title: string; problems: Problem[] }

/** All that is wrong, above the form: it takes the focus when it appears, each line leads to its field. */
export function ProblemSummary({ title, problems }: Props) {
  if (problems.length === 0) return null
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={focus}>
      <Icon of={CircleAlert} />
      <b>{title}</b>
      <ul className="problems">
        {problems.map(({ field, sentence }) => (
          <li key={sentence}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  )
}

// Of one identity for all renders: React calls it when the summary appears, not when it changes.
function focus(summary: HTMLElement | null): void {
  summary?.focus()
}
