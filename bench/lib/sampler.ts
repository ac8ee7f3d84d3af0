import type { Random } from './random'

/** Draws indexes in proportion to their weights, each in the same short time (the alias method of A. J. Walker, 1977). */
export class Sampler {
  private readonly share: Float64Array
  private readonly alias: Uint32Array

  constructor(weights: number[]) {
    const count = weights.length
    const sum = weights.reduce((total, weight) => total + weight, 0)
    this.share = Float64Array.from(weights, (weight) => weight * count / sum)
    this.alias = new Uint32Array(count)
    const small: number[] = []
    const large: number[] = []
    this.share.forEach((share, index) => (share < 1 ? small : large).push(index))
    while (small.length > 0 && large.length > 0) {
      const less = small.pop()!
      const more = large.at(-1)!
      this.alias[less] = more
      this.share[more]! -= 1 - this.share[less]!
      if (this.share[more]! < 1) small.push(large.pop()!)
    }
    for (const index of [...small, ...large]) this.share[index] = 1
  }

  draw(random: Random): number {
    const place = random() * this.share.length
    const index = Math.floor(place)
    return place - index < this.share[index]! ? index : this.alias[index]!
  }
}
