// The thread that reads PDFs. Its own answer says what may run in it: our files alone (main/page.ts).
import 'pdfjs-dist/build/pdf.worker.min.mjs'
