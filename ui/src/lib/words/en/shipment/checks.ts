// The cross-document checks, for those that have nothing to compare in a shipment and so no verdict.

export const checks: Record<string, { title: string; rule: string }> = {
  "x-seller": {
    title: "Seller",
    rule: "Contract, invoice, letter of credit and certificate of origin name one seller; declaration and licence name one consignor. The shipper on the bill of lading may differ only where that is stated (UCP 600 Art. 14 k).",
  },
  "x-buyer": {
    title: "Buyer",
    rule: "Contract, invoice and letter of credit name one buyer in one country; the address may vary (UCP 600 Art. 14 j).",
  },
  "x-consignee": {
    title: "Consignee",
    rule: "Transport document, entry summary, certificate of origin and licence name one consignee. TO ORDER only where the credit or the contract says so; the certificate of origin then shows the buyer.",
  },
  "x-end-user": {
    title: "End user and site",
    rule: "End-user certificate and licence name one end user; the site is the one in the contract.",
  },
  "x-contract-no": {
    title: "Contract number",
    rule: "Contract, invoice, packing list, declaration and licence carry one contract number.",
  },
  "x-invoice-no": {
    title: "Invoice number and date",
    rule: "Packing list, certificate of origin, insurance and declaration carry the invoice's number and date.",
  },
  "x-date-order": {
    title: "Order of dates",
    rule: "Contract, then invoice, then certificate of origin; insurance before loading; licence before declaration, and declaration before the licence expires; every document before presentation.",
  },
  "x-latest-shipment": {
    title: "Latest shipment date",
    rule: "The goods are on board by the latest shipment date of the credit and of the contract.",
  },
  "x-presentation": {
    title: "Presentation to the bank",
    rule: "The documents are presented within the days that the credit gives after shipment, 21 where it is silent, and before it expires (UCP 600 Art. 14 c).",
  },
  "x-description": {
    title: "Goods description",
    rule: "The invoice describes the goods in the credit's words; other documents may be general. The entry summary uses no stop word (UCP 600 Art. 18 c).",
  },
  "x-model-serial": {
    title: "Models and serial numbers",
    rule: "Invoice, packing list, nameplate, factory acceptance report, declaration of conformity and licence name the same models and serial numbers.",
  },
  "x-hs6": {
    title: "HS code",
    rule: "The first six digits are equal on invoice, certificate of origin, declaration, entry summary and licence, or the difference is recorded as right.",
  },
  "x-origin": {
    title: "Country of origin",
    rule: "Invoice, certificate of origin, declaration and the marking on the goods name one country of origin.",
  },
  "x-quantity": {
    title: "Quantities",
    rule: "The quantities per model are equal on invoice and packing list, and within the contract and the licence.",
  },
  "x-packages": {
    title: "Packages",
    rule: "Packing list, transport document, declaration, certificate of origin and insurance give one number and kind of packages.",
  },
  "x-marks": {
    title: "Shipping marks",
    rule: "Packing list, transport document and certificate of origin carry the marks painted on the cases.",
  },
  "x-containers-seals": {
    title: "Containers and seals",
    rule: "Transport document, VGM declaration and export declaration name the same containers and seals.",
  },
  "x-ports": {
    title: "Ports and destination",
    rule: "Letter of credit, transport document, insurance, certificate of origin and declaration name the same ports and destination.",
  },
  "x-wood": {
    title: "Wood packing",
    rule: "The packages with solid wood on the packing list are those on the ISPM 15 declaration. A statement of no wood allows no package with solid wood.",
  },
  "x-dg": {
    title: "Dangerous goods",
    rule: "Dangerous goods on the packing list have a declaration, their class stands on the transport document, and there is no declaration without them.",
  },
  "x-gross-weight": {
    title: "Gross weight",
    rule: "The packing list's total is the sum of its packages and the weight on transport document and declaration, and on the certificate of origin where it is stated.",
  },
  "x-net-gross": {
    title: "Net and gross weight",
    rule: "No package, and not the total, has a net weight above its gross weight.",
  },
  "x-vgm": {
    title: "Verified gross mass",
    rule: "For each container the verified gross mass is within 1 % or 100 kg of cargo, tare and dunnage, and not above the plate.",
  },
  "x-oog-dims": {
    title: "Out-of-gauge dimensions",
    rule: "Packing list, lashing plan, booking and road permit give each package the same length, width and height within 20 mm, and the same weight.",
  },
  "x-incoterm": {
    title: "Incoterm and place",
    rule: "Contract, invoice, letter of credit and declaration state one rule, one place and one edition.",
  },
  "x-freight-term": {
    title: "Freight term",
    rule: "Freight is prepaid under C and D rules, collect under E and F rules.",
  },
  "x-amount": {
    title: "Amounts",
    rule: "The invoice stays within the credit; the declaration equals the invoice adjusted to its term; the currencies are one.",
  },
  "x-insured-amount": {
    title: "Insured amount and cover",
    rule: "The goods are insured for at least 110 % of the CIF or CIP value, in its currency, with the cover agreed (UCP 600 Art. 28).",
  },
  "x-dual-use": {
    title: "Dual-use licence",
    rule: "A machine that is likely listed leaves only under a licence that covers model, quantity, consignee and end user.",
  },
};
