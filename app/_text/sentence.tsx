import { screenLocale } from '@/server/words'

const gap = '\u0001'

/** A sentence with something else than text in it: `of` gets the gap to put where the children belong. */
export function Sentence(props: { of: (gap: string) => string; children: React.ReactNode }) {
  const [before, after] = props.of(gap).split(gap)
  return (
    <>
      {before}
      <bdi>{props.children}</bdi>
      {after}
    </>
  )
}

/** Names in bold, joined as the language does. */
export function Names({ of: names }: { of: string[] }) {
  const parts = new Intl.ListFormat(screenLocale()).formatToParts(names)
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand twice
    part.type === 'element' ? <b key={index}>{part.value}</b> : part.value,
  )
}
