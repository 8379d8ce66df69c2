// Sentences of the pages of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const filesPagesWords = defineWords({
  'register.look': ['预览扫描件', 'Look at the scan'],
  'register.attach': ['上传扫描件', 'Add the scan'],
  'register.attach-to': ['上传 {{number}} 的签署扫描件', 'Add the signed scan of {{number}}'],
  'register.attach-text': [
    '选择文件，或把它拖到窗口里。类别会记为“已签合同”；已有扫描件的，新的排在前面，旧的保留。',
    'Choose a file, or drop it on the window. It is kept as a "signed contract"; a scan that is there already stays, behind the new one.',
  ],
  'register.attach-others': [
    '您可以看这份合同，但不能给它添加附件；请有权修改它的同事上传。',
    'You may see this contract but not add files to it: ask whoever may edit it.',
  ],
  'register.choose': ['选择文件', 'Choose a file'],
  'register.archives': ['下载业务全部附件', 'Save all files of the deal'],
  'register.archiving': ['正在保存 {{number}}（{{at}} / {{count}}）', 'Saving {{number}} ({{at}} of {{count}})'],
  'register.archived': ['已保存 {{count}} 个压缩包。', '{{count}} archives saved.'],
  'register.no-deal': ['选中的合同还不属于任何业务。', 'The contracts chosen belong to no deal yet.'],
})
