'use client'
import { useMutation } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type Corrections, whyNotField } from '../../../../../../server/article/article'
import { type Extraction, type Field, fields } from '../../../../../../server/article/extract/extraction'
import { type Refusal, say } from '../../../../../../server/refusal'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { refusalOf, sentenceOf } from '../../../../../_api/refusal-of'
import { ProblemSummary } from '../../../../../_form/problem'
import { Icon } from '../../../../../_ui/icon'
import { DraftBlocks } from './draft-blocks'

type Props = { slug: string; draft: { id: string; extraction: Extraction } }

/** The fields as they were read, each with its origin, beside the text that will be frozen. */
export function DraftReview({ slug, draft }: Props) {
  const t = words()
  const { extraction } = draft
  const [typed, setTyped] = useState(() => textsOf(extraction))
  const [isOwn, setIsOwn] = useState(false)
  const [leftOut, setLeftOut] = useState<number[]>([])
  const [isTried, setIsTried] = useState(false)
  const { freeze, drop, isPending, problems } = useDraft(slug, draft.id)
  return (
    <form
      className="draft-cols"
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        const wrong = fields.find((field) => whyNotField(field, typed[field]))
        if (wrong) return document.getElementById(idOf(wrong))?.focus()
        freeze({ ...valuesOf(typed), isOwn, leftOut })
      }}
    >
      <section className="draft-fields">
        {fields.map((field) => (
          <DraftField
            key={field}
            field={field}
            value={typed[field]}
            problem={isTried ? whyNotField(field, typed[field]) : null}
            origin={
              typed[field] === textsOf(extraction)[field]
                ? (extraction.provenance[field] ?? 'none')
                : 'member'
            }
            onChange={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <label className="check">
          <input type="checkbox" checked={isOwn} onChange={(event) => setIsOwn(event.target.checked)} />
          <span>
            {t('import.isOwn')}
            <span className="meta">{t('import.isOwnHint')}</span>
          </span>
        </label>
        <ProblemSummary title={t('import.problem')} problems={problems} />
        <div className="row">
          <button type="submit" className="btn primary" disabled={isPending}>
            {t(isPending ? 'import.freezing' : 'import.freeze')}
          </button>
          <button type="button" className="btn quiet" disabled={isPending} onClick={drop}>
            {t('import.dismiss')}
          </button>
        </div>
      </section>
      <DraftBlocks blocks={extraction.blocks} leftOut={leftOut} onChange={setLeftOut} />
    </form>
  )
}

function useDraft(slug: string, draftId: string) {
  const trpc = useTRPC()
  const router = useRouter()
  const frozen = useMutation(
    trpc.article.freeze.mutationOptions({
      onSuccess: ({ articleId }) => router.push(`/desk/${slug}/articles/${articleId}`),
    }),
  )
  const dropped = useMutation(
    trpc.article.dropDraft.mutationOptions({ onSuccess: () => router.push(`/desk/${slug}`) }),
  )
  const failed = frozen.error ?? dropped.error
  return {
    freeze: (corrections: Corrections) => frozen.mutate({ desk: slug, draftId, corrections }),
    drop: () => dropped.mutate({ desk: slug, draftId }),
    isPending: frozen.isPending || frozen.isSuccess || dropped.isPending,
    problems: failed ? [{ field: fieldOf(failed), sentence: sentenceOf(failed) }] : [],
  }
}

type FieldProps = {
  field: Field
  value: string
  problem: Refusal | null
  origin: 'json-ld' | 'meta' | 'page' | 'member' | 'none'
  onChange: (value: string) => void
}

function DraftField({ field, value, problem, origin, onChange }: FieldProps) {
  const t = words()
  const id = idOf(field)
  return (
    <div className="field">
      <label htmlFor={id}>{t(`import.field.${field}`)}</label>
      {field === 'title' ? (
        <textarea
          id={id}
          className="textarea"
          rows={2}
          required
          aria-describedby={`${id}-origin`}
          value={value}
          onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
        />
      ) : (
        <input
          id={id}
          className="input"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-err ${id}-origin` : `${id}-origin`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {problem && (
        <p className="err" id={`${id}-err`}>
          <Icon of={CircleAlert} size="sm" /> {say(problem)}
        </p>
      )}
      <p className="meta" id={`${id}-origin`}>
        {t(`import.origin.${value ? origin : 'none'}`)}
        {t(`import.fieldHint.${field}`) && `. ${t(`import.fieldHint.${field}`)}`}
      </p>
    </div>
  )
}

/** The input that a refusal of the server is about, where it is about one. */
function fieldOf(failed: unknown): string | null {
  return refusalOf(failed)?.code === 'article-untitled' ? idOf('title') : null
}

const idOf = (field: Field) => `draft-${field}`

/** What stands in the inputs: names joined by commas, nothing for null. */
function textsOf(extraction: Extraction): Record<Field, string> {
  const { title, byline, published, updated, publisher, language } = extraction
  return {
    title: title ?? '',
    byline: byline.join(', '),
    published: published ?? '',
    updated: updated ?? '',
    publisher: publisher ?? '',
    language: language ?? '',
  }
}

function valuesOf(typed: Record<Field, string>): Omit<Corrections, 'isOwn' | 'leftOut'> {
  const orNull = (text: string) => text.trim() || null
  return {
    title: typed.title,
    byline: typed.byline.split(',').flatMap((name) => orNull(name) ?? []),
    published: orNull(typed.published),
    updated: orNull(typed.updated),
    publisher: orNull(typed.publisher),
    language: orNull(typed.language),
  }
}
