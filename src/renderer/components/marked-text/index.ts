export { MarkedText, showsMark, type MarkedTextProps } from './MarkedText'
export { segments, type Segment, type TextMark } from './segments'
