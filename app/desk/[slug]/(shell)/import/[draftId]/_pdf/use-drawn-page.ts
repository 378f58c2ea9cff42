import { type RefObject, useEffect, useRef } from 'react'
import type { PDFDocumentProxy, RenderTask } from 'unpdf/pdfjs'
import type { Pdf } from './use-pdf'

/** Most points of a drawn page, so that one of a strange size is drawn coarsely and not at all costs. */
const mostPoints = 6_000_000

/** A canvas with a page of a PDF, counted from 1, drawn while it is near what is looked at and let go when it is not. */
export function useDrawnPage(pdf: Pdf, number: number): RefObject<HTMLCanvasElement | null> {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = ref.current
    if (!canvas || typeof pdf === 'string') return
    let stop = nothing
    const observer = new IntersectionObserver(
      ([entry]) => {
        stop()
        stop = entry?.isIntersecting ? draw(pdf, number, canvas) : nothing
      },
      { root: canvas.closest('[data-pages]'), rootMargin: '100% 0px' },
    )
    observer.observe(canvas)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [pdf, number])
  return ref
}

// There is nothing to be stopped before anything was drawn.
function nothing(): void {}

/** Draws a page as wide as its canvas is shown; gives what stops that and frees its memory. */
function draw(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): () => void {
  let isStopped = false
  let task: RenderTask | null = null
  const begin = async () => {
    const page = await pdf.getPage(number)
    if (isStopped) return
    const { width, height } = page.getViewport({ scale: 1 })
    canvas.style.aspectRatio = `${width} / ${height}`
    const wanted = (canvas.clientWidth * Math.min(devicePixelRatio, 2)) / width
    const scale = Math.min(wanted, Math.sqrt(mostPoints / (width * height)))
    const viewport = page.getViewport({ scale })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const canvasContext = canvas.getContext('2d')
    if (!canvasContext) return
    task = page.render({ canvas, canvasContext, viewport })
    await task.promise
  }
  // A page that was left, or is damaged, stays white; its words are beside it.
  begin().catch(nothing)
  return () => {
    isStopped = true
    task?.cancel()
    canvas.width = 0
    canvas.height = 0
  }
}
