// Texts of the pages of one shipment.

import { checklist } from "./shipment/checklist";
import { delivery } from "./shipment/delivery";
import { documents } from "./shipment/documents";
import { overview } from "./shipment/overview";
import { report } from "./shipment/report";

export const shipment = { checklist, delivery, documents, overview, report };
