import { type Mentionable, piecesOf } from '@/server/thread/thread'

/** The words of a comment, with whom it mentions by their name now. */
export function CommentText({ text, mentionable }: { text: string; mentionable: Mentionable[] }) {
  return (
    <p className="said">
      {keyed(piecesOf(text)).map(([key, piece]) => {
        if ('words' in piece) return <span key={key}>{piece.words}</span>
        const token = 'role' in piece ? piece.role : piece.memberId
        const name = mentionable.find((entry) => entry.token === token)?.name
        return (
          <span key={key} className="mention">
            @{name ?? '…'}
          </span>
        )
      })}
    </p>
  )
}

/** Pieces have no name of their own; their place in the text stands for one. */
const keyed = <Piece,>(pieces: Piece[]): [number, Piece][] => pieces.map((piece, index) => [index, piece])
