'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import type { Claim } from '@/server/claim/claim'
import { addSource } from '@/server/room/doc/source-values'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useEvidence } from '../evidence/use-evidence'
import { DeletedSources } from './deleted-sources'
import { NewSource } from './new-source'
import { SourceItem } from './source-item'
import { OpenSource } from './unlinked/open-source'
import { OtherWays } from './unlinked/other-ways'

/** The evidence for and against a claim, in order of adding; one of them may be open for writing. */
export function Sources({ claim }: { claim: Claim }) {
  const t = words()
  const { desk, doc, origin, mayEdit } = useRoom()
  const evidence = useEvidence(claim.id)
  const numberOf = (id: string) => claim.sources.findIndex((source) => source.id === id) + 1
  const [isAdding, setIsAdding] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const add = (words: string) => {
    const id = uuid()
    const known = linkOf(words) ? { address: words.trim() } : { title: words.trim() }
    addSource(doc, { id, claimId: claim.id, ...known }, origin)
    setIsAdding(false)
    setOpenId(id)
  }
  useKeys({ s: () => mayEdit && setIsAdding(true) })
  return (
    <section className="dt-sec" aria-labelledby="src-h">
      <div className="spread">
        <h3 className="label" id="src-h">
          {t('source.sources')} <span className="ink-3">{claim.sources.length}</span>
        </h3>
        {mayEdit && (
          <button type="button" className="btn quiet xs" onClick={() => setIsAdding(true)}>
            <Icon of={Plus} size="sm" /> {t('source.add')}{' '}
            <span aria-hidden="true">
              <kbd>S</kbd>
            </span>
          </button>
        )}
      </div>
      {claim.sources.length === 0 && !isAdding && (
        <p className="no-sources">{t(mayEdit ? 'source.none' : 'source.noneObserver')}</p>
      )}
      {claim.sources.length > 0 && (
        <ol className="sources">
          {claim.sources.map((source, index) =>
            source.id === openId && mayEdit ? (
              <OpenSource
                key={source.id}
                source={source}
                number={index + 1}
                onClose={() => setOpenId(null)}
              />
            ) : (
              <SourceItem
                key={source.id}
                source={source}
                number={index + 1}
                onEdit={mayEdit ? () => setOpenId(source.id) : null}
                evidence={evidence.get(source.id)}
                numberOf={numberOf}
              />
            ),
          )}
        </ol>
      )}
      {claim.sources.length > 0 && (
        <p>
          <a
            className="pack-link"
            href={`/desk/${desk.slug}/claims/${claim.id}/evidence.zip`}
            title={t('evidence.packHint')}
            download
          >
            {t('evidence.pack')}
          </a>
        </p>
      )}
      {mayEdit && !openId && <OtherWays claim={claim} onAdded={setOpenId} />}
      <DeletedSources claim={claim} />
      {isAdding && <NewSource onAdd={add} onCancel={() => setIsAdding(false)} />}
    </section>
  )
}
