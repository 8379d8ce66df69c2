// The real desktop: its window, its office process, its guards. Every test starts from the demonstration company or from nothing.
import Excel from 'exceljs'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { aCustomer } from '../../main/testing/fixtures.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signInOn } from './support/sign-in-page.ts'
import { wordsIn } from './support/words.ts'
import { demoFolder, endAll, newFolder, removeFolders } from './support/office.ts'
import { pressReturnIn } from './support/keyboard.ts'
import { closeScreens, desktopStart, picture, startDesktop, watchFor, type Desktop } from './support/screens.ts'
import { untrusted } from './support/untrusted.ts'

const { t, name } = wordsIn.zh
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

const openPage = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('navigation').getByText(title, { exact: true }).click()
  await page.getByRole('tab', { name: title, selected: true }).waitFor()
}
/** The grid in front; those of other tabs stay in the document. */
const grid = (page: Page) => page.locator('[role="grid"]:visible')
const rowWith = (page: Page, text: string) => grid(page).getByRole('row').filter({ hasText: text })

/** Processes that this process has started, with their command lines. */
const children = (parent: number): { pid: number; words: string }[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        const ppid = Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))![1])
        return ppid === parent ? [{ pid: Number(pid), words: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }] : []
      } catch {
        return [] // ended meanwhile
      }
    })
const officeOf = (desktop: Desktop): number | undefined =>
  children(desktop.app.process().pid!).find((c) => c.words.includes('office.cjs'))?.pid
const isAlive = (pid: number) => existsSync(`/proc/${pid}`)
/** The page that is loaded: what stands after the # is a place within it. */
const pageOf = (page: Page): string => page.url().replace(/#.*/, '')

describe('a desktop with a company', () => {
  let folder: string
  let desktop: Desktop
  beforeAll(async () => {
    folder = demoFolder(inject('demonstration'))
    desktop = await startDesktop(['--data', folder])
  })
  afterAll(() => desktop.app.close())
  afterEach(() => expect(desktop.errors.splice(0)).toEqual([]))

  it('opens its window on the sign-in page', async () => {
    const { page, app } = desktop
    await page.getByRole('heading', { name: '信风演示外贸有限公司' }).waitFor()
    expect(pageOf(page)).toBe('app://tradewind/')
    expect(await page.title()).toContain('信风')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible()))).toEqual([true])
    await picture(page, 'desktop-sign-in')
  })

  it('[SEC1] [SEC2] [SEC3] its page is isolated and sandboxed, without Node, on the web as it should be', async () => {
    const preferences = await desktop.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((c) => (c as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()),
    )
    expect(preferences.length).toBe(1)
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    })
    const globals = ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'electron', 'ipcRenderer']
    expect(
      await desktop.page.evaluate((all) => all.filter((g) => (globalThis as Record<string, unknown>)[g] !== undefined), globals),
    ).toEqual([])
  })

  it('[SEC12] it exposes these functions and nothing else', async () => {
    const shape = await desktop.page.evaluate(() =>
      Object.fromEntries(Object.entries(window.tradewind!).map(([key, value]) => [key, typeof value])),
    )
    expect(shape).toEqual({
      ask: 'function',
      onNotice: 'function',
      saveExport: 'function',
      sendPart: 'function',
      readFile: 'function',
      saveDownload: 'function',
      openFile: 'function',
      foundingCode: 'function',
      openExternal: 'function',
      notify: 'function',
      versions: 'function',
      popUp: 'function',
      isInFront: 'function',
      withdrawPopUp: 'function',
      showUnread: 'function',
      startsWithSystem: 'function',
      startWithSystem: 'function',
      onPopUpChoice: 'function',
      onLink: 'function',
      takeLink: 'function',
      officePlace: 'function',
      findOffices: 'function',
      joinOffice: 'function',
      moveOffice: 'function',
      leaveOffice: 'function',
      updateState: 'function',
      onUpdate: 'function',
      installUpdate: 'function',
    })
    // A listener gets the notice alone, no event with a sender in it.
    const heard = desktop.page.evaluate(() => new Promise((resolve) => window.tradewind!.onNotice((...all: unknown[]) => resolve(all))))
    // The page is told until it has begun to listen.
    const told = () =>
      desktop.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.send('tradewind:notice', { kind: 'changed', tables: [] }),
      )
    const telling = setInterval(() => void told(), 200)
    await heard.finally(() => clearInterval(telling))
    expect(await heard).toEqual([{ kind: 'changed', tables: [] }])
  })

  it('signs in and shows a list of customers', async () => {
    const { page } = desktop
    await signInOn(page)
    await picture(page, 'desktop-home')
    await openPage(page, name('list.customers'))
    await rowWith(page, 'Alfreds Futterkiste').waitFor()
    await page.getByText(t('kit.list.count', { count: '101' })).waitFor()
    await picture(page, 'desktop-customers')
  })

  it('writes an export to the disk that reads back with every row', async () => {
    const { page, app } = desktop
    const saveTo = newFolder()
    // The person who chooses a folder in the system's dialog.
    await app.evaluate(({ dialog }, folder) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const { defaultPath } = given.at(-1) as { defaultPath: string }
        return { canceled: false, filePath: `${folder}/${defaultPath.split(/[\\/]/).at(-1)}` }
      }
    }, saveTo)
    await page
      .getByRole('button', { name: t('kit.list.export') })
      .locator('visible=true')
      .click()
    // Told when it is whole: until then it stands in the folder under another name. The list's footer says 101 as well.
    await page
      .getByText(t('kit.list.exported', { count: 101, path: saveTo }))
      .locator('visible=true')
      .first()
      .waitFor()
    expect(readdirSync(saveTo)).toHaveLength(1)
    const workbook = new Excel.Workbook()
    await workbook.xlsx.readFile(path.join(saveTo, readdirSync(saveTo)[0]!))
    const text = JSON.stringify(workbook.worksheets[0]!.getSheetValues())
    for (const customer of ['Alfreds Futterkiste', 'Wolski', 'Hanseatic Tools GmbH']) expect(text).toContain(customer)
  })

  it('keeps what was typed when its office dies, says so in a bar, and goes on when it is back', async () => {
    const { page } = desktop
    await page.getByPlaceholder(t('kit.list.search')).locator('visible=true').fill('Hanse')
    await rowWith(page, 'Hanseatic').waitFor()
    const before = officeOf(desktop)!
    const shown = await watchFor(page, t('shell.connecting')) // the office may be back before anybody looks
    process.kill(before, 'SIGKILL')
    await shown()
    await picture(page, 'desktop-office-down')
    await page.getByText(t('shell.connecting')).waitFor({ state: 'detached', timeout: 60_000 })
    expect(officeOf(desktop)).not.toBe(before)
    expect(await page.getByPlaceholder(t('kit.list.search')).locator('visible=true').inputValue()).toBe('Hanse')
    await page.getByPlaceholder(t('kit.list.search')).locator('visible=true').fill('Pacific')
    await rowWith(page, 'Pacific Outdoor').waitFor()
    await page.getByPlaceholder(t('kit.list.search')).locator('visible=true').fill('')
    desktop.errors.splice(0) // what was under way when it died
  })

  it('a command sent into the office’s death is done once: the same id gives the first outcome', async () => {
    const { page } = desktop
    const id = newId()
    const input = { id: newId(), name: '只建一次', nameEn: '', parentId: null }
    const send = () =>
      page.evaluate(
        ([commandId, given]) =>
          window.tradewind!.ask(
            { kind: 'command', id: commandId as string, name: 'create-department', input: given },
            sessionStorage.getItem('token') ?? Object.values(sessionStorage)[0]!,
          ),
        [id, input] as const,
      )
    const first = await send()
    expect(first.ok).toBe(true)
    process.kill(officeOf(desktop)!, 'SIGKILL')
    await expect.poll(async () => (await send()).ok).toBe(true)
    expect(await send()).toEqual(first)
    await page.getByText(t('shell.connecting')).waitFor({ state: 'detached', timeout: 60_000 })
    desktop.errors.splice(0)
  })

  it('[W13] a link that is opened outside comes to the window that is there, and means a place or nothing', async () => {
    const { page } = desktop
    const { program, args, env } = await desktopStart(['--data', folder], desktop)
    const follow = async (link: string) => {
      const second = spawn(program, [...args, link], { env, stdio: 'ignore' })
      expect(await new Promise((resolve) => second.on('close', resolve))).toBe(0)
    }
    await follow('tradewind://vendors')
    await page.getByRole('tab', { name: name('list.vendors'), selected: true }).waitFor()
    await follow('tradewind://payment?vendorId=1')
    await page.getByText(t('shell.unknown-address')).first().waitFor()
    await page.getByRole('tab', { name: name('list.vendors'), selected: true }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('tab', { name: name('list.customers'), selected: true }).waitFor()
    await page.keyboard.press('Alt+ArrowRight')
    await page.getByRole('tab', { name: name('list.vendors'), selected: true }).waitFor()
    await page.keyboard.press('Alt+w')
    await page.getByRole('tab', { name: name('list.customers'), selected: true }).waitFor()
  })

  it('a second start brings the first to the front and ends', async () => {
    const { program, args, env } = await desktopStart(['--data', folder], desktop)
    const second = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    second.stdout.on('data', (part: Buffer) => (said += part.toString()))
    const code = await new Promise((resolve) => second.on('close', resolve))
    expect([code, said]).toEqual([0, expect.stringContaining('open already')])
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

describe('the guards of the window', () => {
  let desktop: Desktop
  let page: Page
  beforeAll(async () => {
    desktop = await startDesktop(['--data', demoFolder(inject('demonstration'))])
    page = desktop.page
    await signInOn(page)
  })
  afterAll(() => desktop.app.close())
  const windows = () => desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  /** In a task of its own, so that no tool's privilege is lent to it. */
  const violations = (work: string) =>
    page.evaluate(
      (code) =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = []
          document.addEventListener('securitypolicyviolation', (e) => seen.push(e.effectiveDirective), { once: false })
          const deeds: Record<string, () => void> = {
            inline: () => {
              const script = document.createElement('script')
              script.textContent = 'window.__harm = 1'
              document.body.append(script)
            },
            attribute: () => {
              const box = document.createElement('div')
              box.innerHTML = '<img src="data:," onerror="window.__harm = 1">'
              document.body.append(box)
            },
            eval: () => {
              try {
                ;(0, eval)('window.__harm = 1')
              } catch {
                // refused, as it should be
              }
            },
            image: () => void (new Image().src = 'https://evil.invalid/x.png'),
            fetch: () => void fetch('https://evil.invalid/').catch(() => undefined),
            'fetch of our own': () => void fetch('app://tradewind/index.html').catch(() => undefined),
            socket: () => {
              try {
                new WebSocket('wss://evil.invalid/')
              } catch {
                // refused, as it should be
              }
            },
            frame: () => {
              const frame = document.createElement('iframe')
              frame.src = 'https://evil.invalid/'
              document.body.append(frame)
            },
            base: () => {
              const base = document.createElement('base')
              base.href = 'https://evil.invalid/'
              document.head.append(base)
            },
            form: () => {
              const form = document.createElement('form')
              form.action = 'https://evil.invalid/'
              form.method = 'post'
              document.body.append(form)
              form.submit()
            },
            style: () => {
              const style = document.createElement('style')
              style.textContent = 'body { display: none }'
              document.head.append(style)
            },
            remote: () => {
              const script = document.createElement('script')
              script.src = 'https://evil.invalid/x.js'
              document.head.append(script)
            },
          }
          setTimeout(() => {
            deeds[code]!()
            setTimeout(() => resolve(seen), 300)
          }, 0)
        }),
      work,
    )

  const blocked: [string, string][] = [
    ['inline', 'script-src-elem'],
    ['attribute', 'script-src-attr'],
    ['eval', 'script-src'],
    ['image', 'img-src'],
    ['fetch', 'connect-src'],
    ['fetch of our own', 'connect-src'],
    ['socket', 'connect-src'],
    ['frame', 'frame-src'],
    ['base', 'base-uri'],
    ['form', 'form-action'],
    ['style', 'style-src-elem'],
    ['remote', 'script-src-elem'],
  ]
  it.each(blocked)('[SEC4] the policy blocks: %s', async (deed, directive) => {
    expect(await violations(deed)).toContain(directive)
    expect(await page.evaluate(() => (window as { __harm?: number }).__harm)).toBeUndefined()
    expect(pageOf(page)).toBe('app://tradewind/')
  })

  it('[SEC5] nothing outside the pages is served, whatever the address says', async () => {
    const status = (url: string) =>
      desktop.app.evaluate(async ({ session }, address) => {
        try {
          return (await session.defaultSession.fetch(address)).status
        } catch {
          return 'refused'
        }
      }, url)
    expect(await status('app://tradewind/index.html')).toBe(200)
    for (const url of ['app://tradewind/..%2f..%2fpackage.json', 'app://tradewind/..%2fmain%2foffice.cjs', 'app://other/index.html'])
      expect([url, await status(url)]).toEqual([url, 404])
    for (const url of ['https://example.com/', 'http://127.0.0.1:1/', 'ftp://example.com/'])
      expect([url, await status(url)]).toEqual([url, 'refused'])
  })

  it('[SEC6] it cannot be led anywhere else', async () => {
    const ways: (() => void)[] = [
      () => void (location.href = 'https://evil.invalid/'),
      () => void (location.href = 'file:///etc/passwd'),
      () => void (location.href = 'app://tradewind/other.html'),
      () => void (location.href = 'data:text/html,x'),
      () => {
        const meta = document.createElement('meta')
        meta.httpEquiv = 'refresh'
        meta.content = '0;url=https://evil.invalid/'
        document.head.append(meta)
      },
      () => {
        const link = document.createElement('a')
        link.href = 'https://evil.invalid/'
        document.body.append(link)
        link.click()
      },
    ]
    for (const way of ways) {
      await page.evaluate(way).catch(() => undefined)
      await page.waitForTimeout(150)
      expect([String(way).slice(0, 60), pageOf(page)]).toEqual([String(way).slice(0, 60), 'app://tradewind/'])
      expect(await page.getByRole('tablist').isVisible()).toBe(true)
    }
  })

  it('[SEC6] a blank page, which is gone to without asking, brings it home at once, still signed in', async () => {
    await page.evaluate(() => location.assign('about:blank')).catch(() => undefined)
    await page.getByRole('tablist').waitFor()
    expect(pageOf(page)).toBe('app://tradewind/')
  })

  it('[SEC7] [SEC10] it opens no other window and no guest', async () => {
    expect(await page.evaluate(() => window.open('https://evil.invalid/') === null && window.open('app://tradewind/') === null)).toBe(true)
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://evil.invalid/'
      link.target = '_blank'
      const guest = document.createElement('webview')
      guest.setAttribute('src', 'https://evil.invalid/')
      document.body.append(link, guest)
      link.click()
    })
    await page.waitForTimeout(400)
    expect(await windows()).toBe(1)
    expect(await page.evaluate(() => Object.prototype.toString.call(document.querySelector('webview')))).toBe('[object HTMLElement]')
  })

  it('[SEC8] it hands no odd link to the operating system', async () => {
    const urls = ['file:///etc/passwd', 'javascript:alert(1)', 'smb://x/y', 'ms-msdt:/x', 'http://example.com', 'nonsense']
    for (const url of urls) expect([url, await page.evaluate((u) => window.tradewind!.openExternal(u), url)]).toEqual([url, false])
  })

  it('[SEC9] it gets no camera, place, device', async () => {
    const tried = await page.evaluate(async () => {
      const outcome = async (work: () => Promise<unknown>) =>
        work()
          .then(() => 'granted')
          .catch((e: Error) => e.name)
      const any = navigator as unknown as Record<string, { requestDevice?(o: object): Promise<unknown>; requestPort?(): Promise<unknown> }>
      return {
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
        place: await outcome(
          () => new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, (e) => no(new Error(String(e.code))))),
        ),
        midi: await outcome(() => navigator.requestMIDIAccess({ sysex: true })),
        usb: await outcome(() => any['usb']!.requestDevice!({ filters: [] })),
        hid: await outcome(async () => {
          const devices = (await any['hid']!.requestDevice!({ filters: [] })) as unknown[]
          if (devices.length === 0) throw new Error('none')
        }),
        serial: await outcome(() => any['serial']!.requestPort!()),
        reading: await outcome(() => navigator.clipboard.readText()),
      }
    })
    for (const [what, outcome] of Object.entries(tried)) expect([what, outcome]).not.toEqual([what, 'granted'])
  })

  it('[SEC18] names are text, whatever stands in them: two hundred of the worst do nothing', async () => {
    expect(untrusted.length).toBe(200)
    const token = await page.evaluate(() => Object.values(sessionStorage)[0]!)
    const me = await page.evaluate((held) => window.tradewind!.ask({ kind: 'query', name: 'me', input: {} }, held), token)
    const ownerId = (me as { value: { id: string } }).value.id
    const customers = untrusted.map((text) =>
      aCustomer(ownerId, {
        ...{ name: text, nameZh: text, shortName: text, city: text, address: text, taxNumber: text.slice(0, 60), bankDetails: text },
        ...{ remark: text, port: text, source: text, industry: text },
        // Many of them look alike once brackets and signs are gone.
        duplicateReason: text,
      }),
    )
    const commands = customers.map((input) => ({ id: newId(), input }))
    const refused = await page.evaluate(
      async ([all, held]) => {
        const problems: unknown[] = []
        for (const { id, input } of all) {
          const answer = await window.tradewind!.ask({ kind: 'command', id, name: 'create-customer', input }, held)
          if (!answer.ok) problems.push(answer)
        }
        return problems
      },
      [commands, token] as const,
    )
    expect(refused).toEqual([])
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await openPage(page, name('list.customers'))
    await page.getByPlaceholder(t('kit.list.search')).locator('visible=true').fill('__harm')
    await expect.poll(async () => grid(page).getByRole('row').count()).toBeGreaterThan(10)
    await page.getByPlaceholder(t('kit.list.search')).locator('visible=true').fill('evil.invalid')
    await rowWith(page, 'https://evil.invalid/36.png').waitFor()
    await picture(page, 'desktop-untrusted-names')
    await rowWith(page, 'https://evil.invalid/36.png')
      .getByText(/^C\d+$/)
      .click()
    await expect.poll(() => page.getByRole('tab').count()).toBeGreaterThan(2)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('onerror')
    await page.waitForTimeout(1500)
    await picture(page, 'desktop-untrusted-record')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => (window as { __harm?: number }).__harm)).toBeUndefined()
    expect(await page.evaluate(() => document.querySelectorAll('iframe[srcdoc], script:not([src]), marquee, object, embed').length)).toBe(0)
    expect(requests.filter((url) => !url.startsWith('app://tradewind/') && !url.startsWith('data:'))).toEqual([])
    expect(pageOf(page)).toBe('app://tradewind/')
  })
})

describe('starts and ends', () => {
  it('a first start founds a company in the wizard, its owner signs in', async () => {
    const desktop = await startDesktop(['--data', newFolder()])
    const { page } = desktop
    await page.getByText(t('found.new'), { exact: true }).click()
    await picture(page, 'desktop-founding')
    await page.locator('form input').first().fill('宁波试点进出口有限公司')
    await page.getByRole('button', { name: t('found.next') }).click()
    await expect.poll(() => page.locator('form input[type="password"]').count()).toBe(2)
    await page.getByLabel(name('field.login')).fill('laoban')
    await page.locator('form input').first().fill('陈老板')
    for (const at of [0, 1]) await page.locator('form input[type="password"]').nth(at).fill('harbour-crane-77')
    await picture(page, 'desktop-founding-owner')
    await page.getByRole('button', { name: t('found.go') }).click()
    await page.getByRole('tablist').waitFor({ timeout: 60_000 }) // founding signs its owner in
    await page.getByText('宁波试点进出口有限公司').first().waitFor()
    await picture(page, 'desktop-new-company')
    expect(desktop.errors).toEqual([])
    await desktop.app.close()
  })

  it('quitting ends the office too and leaves the database closed; the window comes back where it was, with its tabs', async () => {
    const folder = demoFolder(inject('demonstration'))
    const first = await startDesktop(['--data', folder])
    await signInOn(first.page)
    await openPage(first.page, name('list.products'))
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 60, y: 40, width: 1100, height: 700 }))
    await first.page.waitForTimeout(1200) // what is remembered goes to the office after a moment
    const office = officeOf(first)!
    await first.app.close()
    await expect.poll(() => isAlive(office)).toBe(false)
    expect(existsSync(path.join(folder, 'company.sqlite-wal'))).toBe(false)
    const second = await startDesktop(['--data', folder], first)
    expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())).toEqual({
      x: 60,
      y: 40,
      width: 1100,
      height: 700,
    })
    await signInOn(second.page)
    await second.page.getByRole('tab', { name: name('list.products'), selected: true }).waitFor()
    await second.app.close()
  })

  it('an office that cannot start is said in one line, and the desktop ends with an error', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, 'company.sqlite'), 'no database at all '.repeat(100))
    const { program, args, env } = await desktopStart(['--data', folder])
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    const ended = new Promise((resolve) => child.on('close', resolve))
    await pressReturnIn('Error') // the system's own box with the same words
    expect(await ended).toBe(1)
    expect(said).toContain('the database is damaged: restore a copy from the backups folder')
  })

  it('a desktop that is killed takes its office with it', async () => {
    const desktop = await startDesktop(['--data', newFolder()])
    const office = officeOf(desktop)!
    expect(isAlive(office)).toBe(true)
    desktop.app.process().kill('SIGKILL')
    await expect.poll(() => isAlive(office)).toBe(false)
  })
})
