// Texts of the pages of one shipment.

import { checklist } from "./shipment/checklist";
import { checks } from "./shipment/checks";
import { delivery } from "./shipment/delivery";
import { documents } from "./shipment/documents";
import { overview } from "./shipment/overview";
import { report } from "./shipment/report";
import { scenarios } from "./shipment/scenarios";

export const shipment = { checklist, checks, delivery, documents, overview, report, scenarios };
