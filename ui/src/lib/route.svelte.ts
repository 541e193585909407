// Where the window is, kept in the part of the address after `#`.

export const tabs = ["overview", "checklist", "delivery", "documents", "report"] as const;
export type Tab = (typeof tabs)[number];

export type Route =
  | { page: "shipments" }
  | { page: "new" }
  | { page: "shipment"; id: string; tab: Tab; item?: string }
  | { page: "evidence"; item?: string }
  | { page: "requirements"; item?: string }
  | { page: "history" }
  | { page: "settings" };

export type Page = Route["page"];

/** The place that an address names; the list of shipments when it names none. */
export function parse(hash: string): Route {
  const [page, ...rest] = hash.replace(/^#\/?/, "").split("/").map(decode);
  const item = (text: string | undefined) => (text ? { item: text } : {});
  switch (page) {
    case "new":
    case "history":
    case "settings":
      return { page };
    case "evidence":
    case "requirements":
      return { page, ...item(rest[0]) };
    case "shipment": {
      const [id, tab, subject] = rest;
      if (!id) return { page: "shipments" };
      return { page, id, tab: tabs.find((known) => known === tab) ?? "overview", ...item(subject) };
    }
    default:
      return { page: "shipments" };
  }
}

/** The address of a place. */
export function href(route: Route): string {
  const parts: string[] = [route.page];
  if (route.page === "shipment") parts.push(route.id, route.tab);
  if ("item" in route && route.item) parts.push(route.item);
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

class Router {
  current = $state.raw<Route>({ page: "shipments" });

  /** Follows the address. Returns how to stop. */
  follow(): () => void {
    const read = () => (this.current = parse(location.hash));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }

  /** Goes to a place. */
  go(route: Route): void {
    location.hash = href(route);
  }

  /** Goes to a place without a step in the way back: for what is chosen within a page. */
  replace(route: Route): void {
    history.replaceState(null, "", href(route));
    this.current = route;
  }
}

export const router = new Router();
