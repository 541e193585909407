// Texts of the pages of one shipment.

import { checklist } from "./shipment/checklist";
import { checks } from "./shipment/checks";
import { communication } from "./shipment/communication";
import { delivery } from "./shipment/delivery";
import { documents } from "./shipment/documents";
import { overview } from "./shipment/overview";
import { report } from "./shipment/report";
import { scenarios } from "./shipment/scenarios";
import { schedule } from "./shipment/schedule";

export const shipment = {
  checklist,
  checks,
  communication,
  delivery,
  documents,
  overview,
  report,
  scenarios,
  schedule,
};
