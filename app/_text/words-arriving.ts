const arriving = new Map<string, Promise<void>>()

/** Has the script with a part's words run, once; one that did not come is asked for again by the next who wants it. */
export function wordsArriving(address: string): Promise<void> {
  const words = arriving.get(address) ?? run(address)
  arriving.set(address, words)
  return words
}

function run(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.onload = () => resolve()
    script.onerror = () => {
      arriving.delete(address)
      reject(new Error(`the words of ${address} did not come`))
    }
    script.src = address
    document.head.append(script)
  })
}
