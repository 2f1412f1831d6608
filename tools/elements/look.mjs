// What a page may say of the looks of an element: the properties of its style, and the parts for `::part()`.

/** Every element has these. Their defaults stand in the style sheets, and are read from there. */
export const STYLE = {
  '--clausewise-accent': 'Links, buttons, and what is chosen.',
  '--clausewise-on-accent': 'What stands on the accent.',
  '--clausewise-surface': 'The ground of the whole.',
  '--clausewise-raised': 'The ground of what is set off from it.',
  '--clausewise-ink': 'Text.',
  '--clausewise-soft': 'Text of less weight.',
  '--clausewise-line': 'Lines between things.',
  '--clausewise-edge': 'Edges of the fields to fill in.',
  '--clausewise-good': 'What is allowed, or saved.',
  '--clausewise-bad': 'What is refused, or wrong.',
  '--clausewise-ask': 'What has to be asked of somebody.',
  '--clausewise-radius': 'How round corners are.',
  '--clausewise-gap': 'The room between things.',
  '--clausewise-font': 'The typeface.',
  '--clausewise-font-size': 'The size of letters, after which everything else goes.',
  '--clausewise-height': 'The room kept until there is something to see, such as `40rem`: what stands below does not move then.',
};

/** The calculator alone has these. */
export const STYLE_OF_ANSWER = {
  '--clausewise-sticky': 'How far below the top of the window the answer stays while a long form is scrolled: a host with a bar at its top gives that bar’s height.',
};

export const PARTS = {
  form: 'Everything to fill in.',
  field: 'A label with what is filled in under it.',
  input: 'A control: text, date or choice.',
  button: 'A button.',
  line: 'A line of a list: one of the licences, services or payments.',
  answer: 'The verdict and the main figure, or what is still missing.',
  summary: 'The list of what is wrong or missing.',
  headline: 'The main figure.',
  detail: 'Everything below the form: figures, picture, notes.',
  picture: 'The drawing of the answer.',
  scenarios: 'Several ways of the same, side by side.',
  travel: 'What opens below the answer’s buttons: a link, files, customer and remarks.',
  received: 'What a link has brought, above the form.',
  notes: 'Reasons, assumptions and warnings.',
  working: 'How a figure came about.',
  workings: 'The table of every working.',
  filter: 'What sifts a long list of lines.',
  fixed: 'A value that stands as the page gave it.',
  kept: 'Which kept quote is open, and what has to be known of it.',
  asked: 'The day and the currency of an answer, where the form does not show them.',
  failed: 'What is said where something could not be loaded.',
};
