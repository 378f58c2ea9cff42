'use client'
import { FilePenLine, GitCompareArrows, Info } from 'lucide-react'
import Link from 'next/link'
import { lazy, Suspense, useState } from 'react'
import { Names, Sentence } from '@/app/_text/sentence'
import { Avatar } from '@/app/_ui/avatar'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { placeOf } from '../place-of'
import { ClaimParts } from './claim-parts'
import { type View, ViewSwitch } from './view-switch'

const Precedents = lazy(async () => ({ default: (await import('./precedents')).Precedents }))

/** The frozen claim under its head: as it changed, as it was submitted, or as readers have it now. */
export function ClaimColumn({ page, slug }: { page: SubmissionPage; slug: string }) {
  const { claim, previous } = page
  const [view, setView] = useState<View>('changes')
  const t = words()
  return (
    <main className="appr-main" id="main" tabIndex={-1}>
      <div className="appr-scroll">
        <Link className="appr-back" href={`/desk/${slug}/approvals`}>
          {t('approvals.all')}
        </Link>
        <Head page={page} slug={slug} />
        <Notices page={page} slug={slug} />
        <ViewSwitch version={page.version} previous={previous} view={view} setView={setView} />
        <ClaimParts
          claim={view === 'before' && previous ? previous.claim : claim}
          before={view === 'changes' ? (previous?.claim ?? null) : null}
          page={page}
          slug={slug}
        />
        <Suspense>
          <Precedents
            slug={slug}
            claimId={page.claimId}
            maySay={page.isOpen && page.whyNotApprove?.code !== 'role-too-low'}
          />
        </Suspense>
      </div>
    </main>
  )
}

function Head({ page, slug }: { page: SubmissionPage; slug: string }) {
  const t = words()
  const others = page.authors.filter(({ id }) => id !== page.submitter.id).map(({ name }) => name)
  const { number } = page
  return (
    <header className="appr-head">
      <p className="meta row">
        <span>{number ? t('approvals.claim', { number }) : t('approvals.newClaim')}</span>
        <span aria-hidden="true">/</span>
        <Link href={placeOf(slug, page)}>
          <bdi>{page.article.title}</bdi>
        </Link>
      </p>
      <h2 dir="auto">{page.claim.statement}</h2>
      <p className="appr-by">
        <Avatar id={page.submitter.id} name={page.submitter.name} />
        <span>
          <Sentence of={(name) => t('approvals.submitted', { name, version: page.version })}>
            <b>{page.submitter.name}</b>
          </Sentence>{' '}
          <Ago at={page.submittedAt} />.{' '}
          {others.length > 0 && (
            <Sentence of={(names) => t('approvals.alsoWritten', { names })}>
              <Names of={others} />
            </Sentence>
          )}
        </span>
      </p>
    </header>
  )
}

/** What an editor must know before reading: a correction and its public note, later edits, a closed submission. */
function Notices({ page, slug }: { page: SubmissionPage; slug: string }) {
  const t = words()
  const isClosed = !page.isOpen && !page.decision && page.reason
  return (
    <>
      {page.kind !== 'first' && (
        <div className="notice">
          <Icon of={FilePenLine} />
          <b>
            {t('approvals.correction', {
              version: page.version - 1,
              kind: t(`submissionKind.${page.kind}`),
            })}
          </b>
          <p>
            {t(page.publication ? 'approvals.readersHaveRead' : 'approvals.readersRead', {
              note: page.publicNote,
            })}
          </p>
          {page.submittedReason && <p>{t('approvals.submittedReason', { reason: page.submittedReason })}</p>}
        </div>
      )}
      {page.isOpen && page.hasChangedSince && (
        <div className="notice warn">
          <Icon of={GitCompareArrows} />
          <b>{t('approvals.changedSince')}</b>
          <p>{t('approvals.changedSinceMore')}</p>
          <p className="acts">
            <Link href={placeOf(slug, page)}>{t('approvals.seeRoom')}</Link>
          </p>
        </div>
      )}
      {isClosed && page.reason && (
        <div className="notice">
          <Icon of={Info} />
          <b>{t('approvals.withdrawn')}</b>
          <p>{say(page.reason)}</p>
        </div>
      )}
    </>
  )
}
