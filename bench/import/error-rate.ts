/** The share of characters that are wrong, missing or too many, of those of the truth; white space aside. */
export function errorRate(truth: string, read: string): number {
  const [wanted, given] = [characters(truth), characters(read)]
  let before = Array.from({ length: given.length + 1 }, (_, index) => index)
  for (const [row, character] of wanted.entries()) {
    const current = [row + 1]
    for (const [column, other] of given.entries()) {
      current.push(Math.min(before[column + 1]! + 1, current[column]! + 1, before[column]! + (character === other ? 0 : 1)))
    }
    before = current
  }
  return before.at(-1)! / Math.max(1, wanted.length)
}

function characters(text: string): string[] {
  return [...text.replace(/\s/gu, '')]
}
