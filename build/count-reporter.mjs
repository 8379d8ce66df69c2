// Prints the plain closing line "N passed, N failed, N skipped". A file that cannot be loaded, and an error outside any test, count as failed.
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors = []) {
    const n = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) n[test.result().state]++
      if (module.state() === 'failed' && module.errors().length > 0) n.failed++
    }
    console.log(`\n${n.passed} passed, ${n.failed + unhandledErrors.length} failed, ${n.skipped + n.pending} skipped`)
  }
}
