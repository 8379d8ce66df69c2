// Sentences of the page of updates, in both languages.
import { defineWords } from '../../words/index.ts'

export const updatesWords = defineWords({
  'updates.hub': ['主机的版本：{{version}}', "The hub's version: {{version}}"],
  'updates.folder': ['发布文件夹：', 'Folder of releases: '],
  'updates.copy': ['复制路径', 'Copy the path'],
  'updates.text': [
    '把信风的发布文件（.release）放进主机上的这个文件夹，系统会核对签名和内容。核对无误后，老板先给一台工作站用，没有问题再提供给全部。',
    'Put a release file of Tradewind (.release) into this folder on the hub; its signature and content are checked. The owner then lets one desk have it, and all others once that desk works well.',
  ],
  'updates.none': ['文件夹里还没有发布文件', 'No release file in the folder yet'],
  'updates.file': ['文件', 'File'],
  'updates.state': ['状态', 'State'],
  'updates.good': ['核对无误，还没有提供', 'Checked, not offered yet'],
  'updates.gone': ['文件已不在文件夹里', 'The file is no longer in the folder'],
  'updates.offered': ['{{who}}，{{at}}', '{{who}}, {{at}}'],
  'updates.first': ['先行：{{desk}}', 'First: {{desk}}'],
  'updates.desks': ['工作站的版本', 'Versions on the desks'],
  'updates.no-desks': ['还没有工作站加入', 'No desk has joined yet'],
  'updates.which': ['哪台工作站先用', 'Which desk goes first'],
  'updates.offer-text': [
    '这台工作站会自动下载 {{version}}，退出信风时安装。用上几天没有问题，再提供给全部工作站。',
    'This desk downloads {{version}} by itself and installs it when Tradewind is quit there. Once it has worked well for some days, offer it to all.',
  ],
  'updates.all-text': [
    '全部工作站都会自动下载 {{version}}，退出信风时安装。',
    'Every desk downloads {{version}} by itself and installs it when Tradewind is quit there.',
  ],
  'updates.withdraw-text': [
    '还没有装上 {{version}} 的工作站不会再装；已经装上的继续用。',
    'Desks that do not have {{version}} yet will not get it; those that have it keep it.',
  ],
  'updates.back-text': [
    '正在用 {{version}} 的工作站会退回各自之前用的版本，退出信风时安装。账目都在主机上，不受影响。',
    'Desks that run {{version}} go back to the version they ran before, installed when Tradewind is quit there. The books are on the hub and are not touched.',
  ],
})
