/** Where things stand on a slide of 13⅓ × 7½ inches, in points. Deck and renderer share it, so that what was measured fits. */
export const STAGE = { width: 960, height: 540 }

/** The narrow panel that says which case this is, and the body beside it. */
export const PANEL = { width: 280, left: 44, top: 50, textWidth: 204, bottom: 492, numberHeight: 54 }
export const BODY = { left: 324, top: 52, width: 588, height: 436 }

/** Slides with a heading across the top and content below. */
export const HEADING = { left: 56, top: 42, width: 848, height: 44 }
export const CONTENT = { left: 56, top: 106, width: 848, height: 384 }

export const BODY_SIZES = [18, 16.5, 15] as const

export const MATRIX = { labelWidth: 84, size: 12, leading: 19, padX: 9, padY: 8, headSize: 14, headLeading: 20, detailSize: 10.5, detailLeading: 15, maxLines: [9, 8, 7, 6, 5, 4] }
export const TERMS = { labelWidth: 200, rowHeight: 24, padY: 3, maxShared: 9, maxUnique: 5, size: 12.5, headLines: 2, uniqueLeading: 19, uniquePadY: 8 }
export const AGENDA = { numberWidth: 56, detailWidth: 300, size: 17, leading: 25, detailSize: 12, detailLeading: 18, padY: [10, 7, 4, 2] }
export const SOURCES = { numberWidth: 56, titleWidth: 250, size: 12.5, leading: 20, padY: [8, 5, 3] }
export const QUOTATION = { left: 120, width: 720, top: 120, height: 270, sizes: [30, 26, 22, 18, 16], leadingFactor: 1.65 }
export const TITLE = { left: 96, width: 700, sizes: [48, 40, 34, 28], leadingFactor: 1.35, maxLines: 3 }
export const META = { labelSize: 10.5, labelLeading: 16, size: 13, leading: 19, gap: 7 }
/** Sizes tried for a case's title in the panel. */
export const CASE_TITLE_SIZES = [26, 23, 20, 17] as const
export const CASE_TITLE_LEADING = 1.4
