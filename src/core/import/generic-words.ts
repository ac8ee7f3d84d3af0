import { fold } from '../text'

/** What a document may be called that says nothing of what is in it, in simplified characters. */
const GENERIC = new Set([
  '案例', '案例集', '案例库', '案例选', '案例选编', '案例汇编', '案例材料', '典型案例', '优秀案例', '经典案例', '经验案例', '示范案例',
  '资料', '参考资料', '资料汇编', '材料', '汇报材料', '交流材料', '经验材料', '经验', '经验交流', '汇报', '报告', '工作报告', '总结', '工作总结', '汇编', '选编',
  '文档', '文件', '文本', '正文', '全文', '内容', '目录', '目次', '标题', '题目', '附件', '附录', '附表', '前言', '引言', '序', '序言', '摘要', '概述', '简介', '说明', '后记', '封面',
  '新建文档', '新建文本文档', '未命名', '无标题', '草稿', '初稿', '定稿', '终稿', '样本', '示例', '例子', '测试',
  'case', 'cases', 'case study', 'case studies', 'document', 'text', 'report', 'untitled', 'contents', 'table of contents', 'abstract', 'summary', 'introduction', 'preface', 'appendix', 'draft',
])
const ENDING = /\.[a-z0-9]{1,5}$/u
const MARKS = /[^\p{L}\p{N} ]+/gu
/** 案例一, 附件2, 第三例 … */
const NUMBER = /^第[\d一二三四五六七八九十百零]{1,4}[章节篇部例个]?|第?[\d一二三四五六七八九十百零]{1,4}[章节篇部例]?$/gu

/** Whether a heading or a file's name only says that something follows, and not what: 案例, 附件2, 典型案例.docx. */
export function isGeneric(words: string): boolean {
  const bare = fold(words).toLowerCase().trim().replace(ENDING, '').replace(MARKS, '').trim()
  const named = bare.replace(NUMBER, '').trim()
  return named === '' || GENERIC.has(bare) || GENERIC.has(named)
}
