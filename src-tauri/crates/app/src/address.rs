//! Addresses of pages in what people write down as a source.

/// Generic endings of host names: a bare name ends in one of these, or in a country's two letters.
const ENDINGS: [&str; 8] = ["com", "org", "net", "gov", "edu", "int", "info", "biz"];

/// The longest address handed to the system.
const LONGEST: usize = 2_000;

/// What stands around an address in a sentence of either language.
const AROUND: &[char] =
    &['(', ')', '[', ']', '<', '>', '"', '\'', ',', ';', '.', ':', '!', '?', '“', '”', '‘', '’'];

/// The first address of a page that a reference names, ready for a browser; none where it names
/// none. A host that is named without more (`gov.cn`) is taken as its first page.
pub(crate) fn address_in(reference: &str) -> Option<String> {
    reference
        .split(|c: char| c.is_whitespace() || "，；。、：（）《》【】".contains(c))
        .find_map(address)
}

fn address(word: &str) -> Option<String> {
    let word = word.trim_start_matches(AROUND);
    let lower = word.to_ascii_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let rest = &word[scheme.map_or(0, str::len)..];
    let rest = rest.trim_end_matches(AROUND);
    let cut = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(cut);
    let (host, port) = authority.split_once(':').map_or((authority, None), |(h, p)| (h, Some(p)));
    let numeric = |port: &str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    if !host_name(host, scheme.is_none()) || port.is_some_and(|port| !numeric(port)) {
        return None;
    }
    let scheme = scheme.unwrap_or("https://");
    let authority = authority.to_ascii_lowercase();
    let address = format!("{scheme}{authority}{}", encoded(path)?);
    (address.len() <= LONGEST).then_some(address)
}

/// Labels of ASCII letters, digits and hyphens: no name of a user before it, and no letters that
/// only look like others. A bare one has to end as host names do, or `annex.pdf` would be one.
fn host_name(host: &str, bare: bool) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let ending = ending.to_ascii_lowercase();
    let letters = ending.len() >= 2 && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
    let usual = ending.len() == 2 || ENDINGS.contains(&ending.as_str());
    // "e.g", "Art.de": a name of one letter is rather an abbreviation.
    let long = name.rsplit('.').next().is_some_and(|last| last.len() >= 2);
    letters && name.split('.').all(label) && (!bare || (usual && long))
}

/// A path as a browser takes it; none where it has characters that no address has.
fn encoded(path: &str) -> Option<String> {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' | 0..=b' ' | 0x7f => {
                return None;
            }
            0x80.. => out.push_str(&format!("%{byte:02X}")),
            _ => out.push(char::from(byte)),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn an_address_is_found_in_a_reference() {
        for (reference, address) in [
            ("https://www.mofcom.gov.cn/a.html", "https://www.mofcom.gov.cn/a.html"),
            ("MOFCOM, http://Example.com/X?y=1#z.", "http://example.com/X?y=1#z"),
            (
                "商务部公告（https://mofcom.gov.cn/公告/1）",
                "https://mofcom.gov.cn/%E5%85%AC%E5%91%8A/1",
            ),
            ("https://example.com:8443/a", "https://example.com:8443/a"),
            ("ynypm.com 2026-06-24", "https://ynypm.com"),
            ("中国政府网（gov.cn）", "https://gov.cn"),
            ("see pakistantoday.com.pk/2025/11.", "https://pakistantoday.com.pk/2025/11"),
        ] {
            assert_eq!(address_in(reference).as_deref(), Some(address), "{reference}");
        }
    }

    #[test]
    fn what_is_no_address_is_not_opened() {
        for reference in [
            "MOFCOM Announcement 2025-70",
            "annex.pdf",
            "EN 60204-1, No.70, e.g. Art.5",
            "GB/T 18400.1",
            "lin@example.com",
            "https://bank.com@evil.example/",
            "https://аpple.com",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://example.com/\"&calc",
            "https://example.com:80a/",
            "https://",
            "",
        ] {
            assert_eq!(address_in(reference), None, "{reference}");
        }
    }
}
