'use client'
import '@/app/_styles/claim.css'
import { ListChecks, Search, X } from 'lucide-react'
import { lazy, memo, Suspense, use, useId, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { PassageList } from '../../_passages/passage-list'
import { useWhoIsOn } from '../../_presence/use-who'
import { useRoom } from '../../_room/use-room'
import { keepSteady } from '../../_scroll/keep-steady'
import { NewThings } from '../../_since/since-context'
import { useThreadCounts } from '../thread/use-talk'
import { BulkBar } from '../work/bulk/bulk-bar'
import { type Selected, useSelected } from '../work/bulk/use-selected'
import { Arriving } from './arriving'
import { ClaimRow } from './claim-row'
import { DeletedClaims } from './deleted-claims'
import { EmptyList } from './empty-list'
import { countByStage, countByWork, type Row } from './filter'
import { StageFilters, showStage } from './stage-filters'
import { useRows } from './use-rows'
import { showWork, WorkFilters } from './work-filters'

// Most articles add up; what says so is not needed to open one.
const SumsList = lazy(async () => ({ default: (await import('../../_sums/sums-list')).SumsList }))

type Props = {
  openId: string | null
  onOpen: (claimId: string) => void
  onPassage: (threadId: string) => void
  onKeys: () => void
}

/** Every claim of the article in the order of its text, filtered by stage and by words. */
export function ClaimList({ openId, onOpen, onPassage, onKeys }: Props) {
  const t = words()
  const [search, setSearch] = useState<string | null>(null)
  const { rows, shown, wanted } = useRows(search ?? '')
  const { selected, setSelected, toggle } = useSelected()
  const { connection } = useRoom()
  const isArriving = connection === 'connecting' && rows.length === 0
  const showAll = () => {
    setSearch(null)
    showStage(null)
    showWork(null)
  }
  return (
    <>
      <header className="ws-list-head">
        <div className="spread">
          <h2>{t('claim.list')}</h2>
          <span className="grow" />
          <button
            type="button"
            className="btn quiet icon-only xs"
            aria-pressed={selected !== null}
            aria-label={t('work.select')}
            onClick={() => setSelected(selected ? null : new Set())}
          >
            <Icon of={ListChecks} size="sm" />
          </button>
          <button
            type="button"
            className="btn quiet icon-only xs"
            aria-expanded={search !== null}
            aria-label={t(search === null ? 'claim.search' : 'claim.closeSearch')}
            onClick={() => setSearch(search === null ? '' : null)}
          >
            <Icon of={search === null ? Search : X} size="sm" />
          </button>
        </div>
        {search !== null && <SearchField value={search} onChange={setSearch} />}
        <StageFilters counts={countByStage(rows)} all={rows.length} chosen={wanted.stage} />
        <WorkFilters counts={countByWork(rows)} chosen={wanted.work} />
        {selected && <BulkBar selected={selected} onSelect={setSelected} />}
      </header>
      {isArriving && <Arriving />}
      {shown.length === 0 && !isArriving && (
        <EmptyList all={rows.length} wanted={wanted} onShowAll={showAll} />
      )}
      <Rows rows={shown} openId={openId} onOpen={onOpen} selected={selected} onToggle={toggle} />
      <Suspense>
        <SumsList openId={openId} onOpen={onOpen} />
      </Suspense>
      <PassageList onOpen={onPassage} />
      <ListFoot onKeys={onKeys} />
    </>
  )
}

type RowsProps = {
  rows: Row[]
  openId: string | null
  onOpen: (claimId: string) => void
  selected: Selected
  onToggle: (claimId: string) => void
}

const Rows = memo(function Rows({ rows, openId, onOpen, selected, onToggle }: RowsProps) {
  const others = useWhoIsOn()
  const counts = useThreadCounts()
  const newThings = use(NewThings)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets.
    <ol className="claims" role="list" ref={keepSteady}>
      {rows.map(({ claim, number, live, work, isInDoubt, isOverturned }) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          number={number}
          stage={live.stage}
          assignee={work.on?.claimId ? work.on.to : null}
          due={work.due}
          isInDoubt={isInDoubt}
          isOverturned={isOverturned}
          comments={counts.get(claim.id)?.comments ?? 0}
          isNew={newThings.has(claim.id)}
          isOpen={claim.id === openId}
          here={others.length ? others.filter((person) => person.claimId === claim.id) : nobody}
          onOpen={onOpen}
          isSelected={selected?.has(claim.id) ?? null}
          onToggle={onToggle}
        />
      ))}
      <DeletedClaims />
    </ol>
  )
})

const nobody: [] = []

function SearchField({ value, onChange }: { value: string; onChange: (words: string | null) => void }) {
  const t = words()
  const id = useId()
  return (
    <div className="claim-search">
      <label className="vh" htmlFor={id}>
        {t('claim.search')}
      </label>
      <input
        id={id}
        type="search"
        className="input"
        placeholder={t('claim.searchHint')}
        value={value}
        // The person has just asked for this field.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange(null)}
      />
    </div>
  )
}

function ListFoot({ onKeys }: { onKeys: () => void }) {
  const t = words()
  return (
    <footer className="ws-list-foot">
      <span aria-hidden="true">
        <kbd>J</kbd>
        <kbd>K</kbd> {t('claim.keysMove')}
      </span>
      <span aria-hidden="true">
        <kbd>1</kbd>–<kbd>5</kbd> {t('claim.keysVerdict')}
      </span>
      <button type="button" onClick={onKeys}>
        <span aria-hidden="true">
          <kbd>?</kbd>
        </span>{' '}
        {t('claim.keysAll')}
      </button>
    </footer>
  )
}
