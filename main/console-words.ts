// What the office says on a console: one line each, in both languages, with what to do.

export const consoleWords = {
  'port-in-use': (d: string) => `端口 ${d} 已被占用，请用 --port 另选一个 · port ${d} is in use: choose another with --port`,
  'port-not-allowed': (d: string) =>
    `不允许使用端口 ${d}，请用 --port 选择 1024 以上的端口 · port ${d} may not be used: choose one above 1024 with --port`,
  'folder-not-writable': (d: string) =>
    `无法写入数据文件夹 ${d}，请检查权限或用 --data 另选 · cannot write to the data folder: check its rights or choose another with --data`,
  'folder-in-use': (d: string) =>
    `另一个主机程序正在使用 ${d}，请先关闭它 · another office runs on this folder: close it first, or choose another with --data`,
  newer: (d: string) =>
    `数据库来自更新的版本（${d}），请安装新版信风 · the database is of a newer version: install the newer Tradewind. Nothing was changed`,
  damaged: (d: string) =>
    `数据库已损坏（${d}），请从 backups 文件夹恢复 · the database is damaged: restore a copy from the backups folder. Nothing was changed`,
  foreign: (d: string) =>
    `${d} 不是信风的数据库，请用 --data 另选文件夹 · not a Tradewind database: choose another folder with --data. Nothing was changed`,
  'migration-failed': (d: string) =>
    `数据库升级失败，数据未改动（${d}） · the upgrade of the database failed and was taken back: nothing was changed`,
  'company-exists': (d: string) =>
    `${d} 中已有一家公司，请为演示公司另选 --data · a company lives there already: choose another folder for the demonstration with --data`,
  options: (d: string) =>
    `参数有误：${d} · wrong option. Usage: npm start -- [--serve [--lan]] [--port N] [--data FOLDER] [--demo] [--stop]`,
  altered: (d: string) =>
    `程序文件 ${d} 与安装时不同，请重新安装信风，公司数据不受影响 · a file of the program is not as it was installed: install Tradewind again. The company's data is untouched`,
  'unknown-switch': (d: string) =>
    `不接受启动参数 ${d}，请用 --data、--port、--serve、--demo · this program is not started with ${d}: only with --data, --port, --serve, --demo`,
  'lan-founded-later': () =>
    '还没有公司，先不对网络开放：建立公司后再用 --lan 启动，或在“工作站”页面开放 · not opened to the network yet: found the company first, then start with --lan again or open it on the Desks page',
  'lan-no-network': () => '这台电脑没有接入网络，没有开放 · this PC is in no network: not opened',
  serving: (d: string) => `信风主机 · Tradewind office: ${d}`,
  'founding-code': (d: string) => `首次启动码 · first-start code: ${d}`,
  founding: (d: string) => `正在建立演示公司 · creating the demonstration company … ${d}`,
  accounts: () => '演示账号（仅演示公司有） · demonstration accounts (exist in a demonstration company only):',
  'open-already': () => '信风已经打开，已切换到它的窗口 · Tradewind is open already: its window is in front now',
  'tray-tip': () => '信风 · Tradewind',
  'tray-open': () => '打开信风 · Open Tradewind',
  'tray-quit': () => '退出 · Quit',
  'tray-still-here': () => '信风仍在运行 · Tradewind keeps running',
  'tray-still-here-text': () => '有事时会弹出提醒；要退出请用托盘菜单 · It tells you when something comes; quit from the tray menu',
  stopped: () => '已停止 · stopped',
  'nobody-there': (d: string) => `${d} 没有正在运行的主机 · no hub runs on this folder`,
  'still-there': (d: string) => `主机还没有停下（${d}），请看 office.log · the hub has not stopped yet: see office.log`,
  'disk-full': (d: string) =>
    `磁盘已满，无法启动：请腾出空间后再启动（${d}） · the disk is full: make space, then start again. Nothing was changed`,
  'disk-read-only': (d: string) =>
    `数据文件夹不能写入，请检查磁盘和权限（${d}） · cannot write to the data folder: check the disk and its rights. Nothing was changed`,
  'disk-failing': (d: string) => `磁盘读写出错，请检查磁盘（${d}） · the disk reports errors: have it checked before you start again`,
  failed: (d: string) => `无法启动：${d} · cannot start`,
} as const
export type ConsoleWord = keyof typeof consoleWords
