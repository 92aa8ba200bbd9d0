import type { Report } from '../protocol/report/report.ts'
import { experiencesSection, poisonSection } from './html/experiences-section.ts'
import { html, Markup } from './html/html.ts'
import {
  costsSection,
  readingSection,
  reproduceSection,
  timelineSection,
} from './html/record-section.ts'
import { armsSection, comparisonsSection, toolsSection } from './html/results-section.ts'
import { STYLESHEET } from './html/stylesheet.ts'
import { summarySection } from './html/summary-section.ts'
import { describeHeadline } from './text/describe-report.ts'

/**
 * The report as one HTML file: inline styles and drawings, no scripts, nothing fetched from anywhere, light and dark.
 * Every text is escaped and the page's policy forbids scripts and loads, so hostile experiences are inert. Equal
 * reports give equal bytes.
 */
export function renderHtml(report: Report): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${describeHeadline(report).title} · DSO</title>
<style>${new Markup(STYLESHEET)}</style>
</head>
<body>
<main>
${[
  summarySection(report),
  armsSection(report),
  comparisonsSection(report),
  toolsSection(report),
  experiencesSection(report),
  poisonSection(report),
  timelineSection(report),
  costsSection(report),
  readingSection(report),
  reproduceSection(report),
]}
</main>
</body>
</html>
`
  return page.source
}
