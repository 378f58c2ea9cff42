'use client'
import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { Icon } from '@/app/_ui/icon'
import type { Claim } from '@/server/claim/claim'
import { setAppearance } from '@/server/room/doc/claim-values'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { typing } from './typing'

/** Addresses where the claim stands; the first is where this desk met it. */
export function Appearances({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin, mayEdit } = useRoom()
  return (
    <div className="cell wide">
      <p className="cell-label">{t('claim.appearances')}</p>
      <ul className="appearances">
        {claim.appearances.map(({ id, address, date }) => (
          <li key={id}>
            {address ? <Address address={address} /> : <i>{t('claim.unreadable')}</i>}
            {mayEdit ? (
              <>
                <input
                  className="quiet-field date"
                  aria-label={t('claim.appearanceDate', { address: address || t('claim.unreadable') })}
                  placeholder={t('claim.when')}
                  // Publishers state the minute; the day is what people compare.
                  value={date.replace(/T.*$/, '')}
                  onChange={(event) =>
                    setAppearance(doc, claim.id, id, { address, date: event.target.value }, typing)
                  }
                />
                <button
                  type="button"
                  className="btn quiet icon-only xs"
                  aria-label={t('claim.removeAppearance', { address: address || t('claim.unreadable') })}
                  onClick={() => setAppearance(doc, claim.id, id, null, origin)}
                >
                  <Icon of={X} size="sm" />
                </button>
              </>
            ) : (
              <span className="meta">{date}</span>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <NewAppearance
          onAdd={(address) => setAppearance(doc, claim.id, uuid(), { address, date: '' }, origin)}
        />
      )}
    </div>
  )
}

function Address({ address }: { address: string }) {
  const link = linkOf(address)
  if (!link) return <span className="trunc">{address}</span>
  return (
    <a className="trunc" href={link} target="_blank" rel="noreferrer noopener">
      {address.replace(/^https?:\/\//, '')}
    </a>
  )
}

function NewAppearance({ onAdd }: { onAdd: (address: string) => void }) {
  const t = words()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const add = () => {
    const link = linkOf(typed)
    setIsWrong(typed.trim() !== '' && !link)
    if (!link) return
    onAdd(link)
    setTyped('')
  }
  return (
    <>
      <div className="row">
        <label className="vh" htmlFor={id}>
          {t('claim.appearancesHint')}
        </label>
        <input
          id={id}
          className="quiet-field grow"
          placeholder={t('claim.appearancesHint')}
          value={typed}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        {typed && (
          <button type="button" className="btn quiet xs" onClick={add}>
            <Icon of={Plus} size="sm" /> {t('claim.addAppearance')}
          </button>
        )}
      </div>
      {isWrong && (
        <p className="field-wrong" id={`${id}-wrong`}>
          {t('claim.appearanceNotLink')}
        </p>
      )}
    </>
  )
}
