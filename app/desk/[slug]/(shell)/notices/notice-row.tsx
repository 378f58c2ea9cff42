import Link from 'next/link'
import { Avatar } from '@/app/_ui/avatar'
import { Ago } from '@/app/_ui/time'
import { messageOf, type Notice, placeOfNotice } from '@/server/notice/notice'
import { words } from '@/server/words'

type Props = { slug: string; notice: Notice; onFollow: () => void }

/** One notice: who did what, to which words, in which article, when; a link to it. */
export function NoticeRow({ slug, notice, onFollow }: Props) {
  const t = words()
  const { by, about, articleTitle, dossierName, at, isRead } = notice
  return (
    <li>
      <Link href={placeOfNotice(slug, notice)} className={isRead ? '' : 'is-unread'} onClick={onFollow}>
        <Avatar id={by.id} name={by.name} />
        <span className="what">
          {!isRead && <span className="vh">{t('notice.new')} </span>}
          {t(messageOf(notice), { name: by.name })}
        </span>
        <span className="meta">
          <Ago at={at} />
        </span>
        {about && <span className="st">“{about}”</span>}
        {articleTitle !== null && (
          <span className="meta in">{t('notice.mail.in', { title: articleTitle })}</span>
        )}
        {dossierName !== null && (
          <span className="meta in">{t('notice.mail.inDossier', { name: dossierName })}</span>
        )}
      </Link>
    </li>
  )
}
