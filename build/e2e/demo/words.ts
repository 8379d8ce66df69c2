// What the demonstration of one office says on the console while it goes on, and what it calls its PCs.
import type { Language } from '../../../preload/contract/names/define.ts'

const words = {
  hub: ['主机：老板打开演示公司', 'The hub: the owner opens the demonstration company'],
  network: ['老板让同事加入：开放网络，出现加入码', 'The owner lets others join: the network is opened, and a code appears'],
  second: ['第二台电脑用链接加入，经理登录', 'The second PC joins with the link, and the sales manager signs in'],
  third: ['第三台电脑加入，业务员登录', 'The third PC joins, and a salesperson signs in'],
  pulled: [
    '拔掉第三台电脑的网线：提示条出现，画面照样能看',
    "The third PC's cable is pulled: a bar says so, and the screen can still be read",
  ],
  back: ['网线插回去了：自己连上，接着用', 'The cable is plugged in again: the desk is back by itself, and work goes on'],
  stays: ['窗口留着，请随意试；按 Ctrl+C 结束', 'The windows stay for you to try; Ctrl+C ends it'],
  'second-pc': ['业务部', 'Sales'],
  'third-pc': ['仓库', 'Warehouse'],
} as const satisfies Record<string, readonly [string, string]>

export const demoWords =
  (language: Language) =>
  (key: keyof typeof words): string =>
    words[key][language === 'zh' ? 0 : 1]
