export const times = {
  about: "New tickets promise these. Tickets there are keep what was promised with them.",
  open: "Open response times",
  what: "Response time",
  standard: "Default",
  promised: "Promised",
  own: "Own value",
  reset: (measure: string) => `${measure}: back to the default`,
  resetShort: "Back to default",
  only: (markets: string) => `only ${markets}`,
  until: {
    reply: "until the first reply of a person",
    answer: "until a useful answer",
    solved: "until it is solved",
    event: "until it has happened",
  },
  outside: (most: number) => `Write a whole number up to ${most}.`,
  counted:
    "Business hours and working days run in the calendar of the party; hours run day and night.",
  saved: "Response times saved",
};
