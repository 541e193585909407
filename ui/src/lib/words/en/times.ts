export const times = {
  about: "New tickets promise these. Tickets there are keep what was promised with them.",
  aboutPage:
    "New tickets promise these; tickets there are keep what was promised with them. Business hours and working days run in the calendar of the party, hours by day and night.",
  open: "Open response times",
  standard: (time: string) => `Default: ${time}`,
  own: "Own value",
  reset: (measure: string) => `${measure}: back to the default`,
  only: (markets: string) => `only ${markets}`,
  until: {
    reply: "until the first reply of a person",
    answer: "until a useful answer",
    solved: "until it is solved",
    event: "until it has happened",
  },
  outside: (most: number) => `Write a whole number up to ${most}.`,
  saved: "Response times saved",
};
