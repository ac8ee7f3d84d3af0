import { showAs, takeAsWritten, textNodes, writtenText } from './written'

const HAN = /\p{Script=Han}/u
const CONTENT = '[data-content]'
const AS_WRITTEN = '[data-as-written]'
const MOST_KEPT = 20_000

/** Keeps the texts of a part of the page in another script while the page changes. */
export class ShownScript {
  private readonly known = new Map<string, string>()
  private readonly observer: MutationObserver
  private waiting = new Set<string>()
  private isStopped = false

  constructor(
    private readonly root: HTMLElement,
    private readonly convert: (texts: string[]) => Promise<string[]>,
    private readonly onShown: () => void,
  ) {
    this.observer = new MutationObserver((records) => this.follow(records))
    this.observe()
    this.show(this.contents(root))
  }

  /** Shows everything as it is stored again. */
  stop(): void {
    this.isStopped = true
    this.observer.disconnect()
    for (const node of this.contents(this.root)) showAs(node, writtenText(node))
    this.onShown()
  }

  private observe(): void {
    this.observer.observe(this.root, { subtree: true, childList: true, characterData: true })
  }

  private follow(records: MutationRecord[]): void {
    const changed = new Set<Text>()
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') {
        takeAsWritten(target as Text)
        if (isContent(target)) changed.add(target as Text)
      } else {
        for (const added of addedNodes) for (const node of this.contents(added)) changed.add(node)
      }
    }
    this.show([...changed])
  }

  private contents(root: Node): Text[] {
    return textNodes(root).filter((node) => isContent(node))
  }

  /** Shows at once what is known, and asks for the rest. */
  private show(nodes: readonly Text[]): void {
    const asked: string[] = []
    let isNew = false
    for (const node of nodes) {
      const stored = writtenText(node)
      if (!HAN.test(stored)) continue
      const shown = this.known.get(stored)
      if (shown === undefined) {
        if (!this.waiting.has(stored)) asked.push(stored)
        this.waiting.add(stored)
      } else if (shown !== node.data) {
        showAs(node, shown)
        isNew = true
      }
    }
    // What was changed here is not news to follow.
    this.observer.takeRecords()
    if (asked.length > 0) void this.ask([...new Set(asked)])
    if (isNew) this.onShown()
  }

  private async ask(texts: string[]): Promise<void> {
    // A text that could not be converted is shown as it is.
    const shown = await this.convert(texts).catch(() => texts)
    if (this.isStopped) return
    if (this.known.size > MOST_KEPT) this.known.clear()
    for (const [index, text] of texts.entries()) {
      this.known.set(text, shown[index]!)
      this.waiting.delete(text)
    }
    // What the page changed meanwhile is followed first, since showing forgets what was not followed.
    this.follow(this.observer.takeRecords())
    this.show(this.contents(this.root))
  }
}

function isContent(node: Node): boolean {
  const element = node.parentElement
  return element !== null && element.closest(CONTENT) !== null && element.closest(AS_WRITTEN) === null
}
