export const create = {
  steps: { buyer: "Buyer", products: "Products", terms: "Dates and payment", review: "Review" },
  stepsLabel: "Steps",
  titles: {
    buyer: "Who buys, and where will it work?",
    products: "What is shipped?",
    terms: "When, and how is it paid?",
    review: "Is this right?",
  },
  texts: {
    buyer: "Country and Incoterm decide most of what must be ready.",
    products: "Model names are compared with every certificate, so write them exactly.",
    terms: "The contract date starts the schedule. Leave empty what is not agreed yet.",
    review: "Everything can be changed later. Open questions are asked on the next page.",
  },
  of: (at: number, all: number) => `Step ${at} of ${all}`,
  back: "Back",
  next: "Next",
  create: "Create shipment",
  created: "Shipment created",
  cancel: "Cancel",
  change: (what: string) => `Change ${what.toLowerCase()}`,
  fix: (count: number) =>
    count === 1 ? "One field still needs an answer." : `${count} fields still need an answer.`,
  notSaid: "Not said",
  pieces: (quantity: string, model: string) => `${quantity} × ${model}`,
};
