import type { Block } from './blocks'

/** A title, of level 0, stands above all headings: with it they go down by one. */
export function withTitle(blocks: Block[]): Block[] {
  if (!blocks.some((block) => block.kind === 'heading' && block.level === 0)) return blocks
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: block.level + 1 } : block))
}
