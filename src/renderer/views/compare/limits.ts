/** How many cases a comparison takes. */
export const MOST_CASES = 12
