const arriving = new Map<string, Promise<void>>()

/** Has the script with a part's words run, once; where it does not come, whatever is missing is asked for as it is said. */
export function wordsArriving(address: string): Promise<void> {
  const words = arriving.get(address) ?? run(address)
  arriving.set(address, words)
  return words
}

function run(address: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.onload = () => resolve()
    script.onerror = () => resolve()
    script.src = address
    document.head.append(script)
  })
}
