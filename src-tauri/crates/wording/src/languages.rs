//! Names of languages, as documents are written in them.

use readiness::Text;

/// ISO 639 codes with the language's name in English and Chinese.
const LANGUAGES: [(&str, &str, &str); 58] = [
    ("ar", "Arabic", "阿拉伯文"),
    ("az", "Azerbaijani", "阿塞拜疆文"),
    ("be", "Belarusian", "白俄罗斯文"),
    ("bg", "Bulgarian", "保加利亚文"),
    ("bn", "Bengali", "孟加拉文"),
    ("bs", "Bosnian", "波斯尼亚文"),
    ("ca", "Catalan", "加泰罗尼亚文"),
    ("cs", "Czech", "捷克文"),
    ("da", "Danish", "丹麦文"),
    ("de", "German", "德文"),
    ("el", "Greek", "希腊文"),
    ("en", "English", "英文"),
    ("es", "Spanish", "西班牙文"),
    ("et", "Estonian", "爱沙尼亚文"),
    ("fa", "Persian", "波斯文"),
    ("fi", "Finnish", "芬兰文"),
    ("fil", "Filipino", "菲律宾文"),
    ("fr", "French", "法文"),
    ("ga", "Irish", "爱尔兰文"),
    ("he", "Hebrew", "希伯来文"),
    ("hi", "Hindi", "印地文"),
    ("hr", "Croatian", "克罗地亚文"),
    ("hu", "Hungarian", "匈牙利文"),
    ("hy", "Armenian", "亚美尼亚文"),
    ("id", "Indonesian", "印尼文"),
    ("is", "Icelandic", "冰岛文"),
    ("it", "Italian", "意大利文"),
    ("ja", "Japanese", "日文"),
    ("ka", "Georgian", "格鲁吉亚文"),
    ("kk", "Kazakh", "哈萨克文"),
    ("ko", "Korean", "韩文"),
    ("ky", "Kyrgyz", "吉尔吉斯文"),
    ("lt", "Lithuanian", "立陶宛文"),
    ("lv", "Latvian", "拉脱维亚文"),
    ("mk", "Macedonian", "马其顿文"),
    ("mn", "Mongolian", "蒙古文"),
    ("ms", "Malay", "马来文"),
    ("mt", "Maltese", "马耳他文"),
    ("nb", "Norwegian", "挪威文"),
    ("nl", "Dutch", "荷兰文"),
    ("nn", "Norwegian", "挪威文"),
    ("no", "Norwegian", "挪威文"),
    ("pl", "Polish", "波兰文"),
    ("pt", "Portuguese", "葡萄牙文"),
    ("ro", "Romanian", "罗马尼亚文"),
    ("ru", "Russian", "俄文"),
    ("sk", "Slovak", "斯洛伐克文"),
    ("sl", "Slovenian", "斯洛文尼亚文"),
    ("sq", "Albanian", "阿尔巴尼亚文"),
    ("sr", "Serbian", "塞尔维亚文"),
    ("sv", "Swedish", "瑞典文"),
    ("th", "Thai", "泰文"),
    ("tr", "Turkish", "土耳其文"),
    ("uk", "Ukrainian", "乌克兰文"),
    ("ur", "Urdu", "乌尔都文"),
    ("uz", "Uzbek", "乌兹别克文"),
    ("vi", "Vietnamese", "越南文"),
    ("zh", "Chinese", "中文"),
];

/// The name of a language by its ISO 639 code; a region such as `de-AT` is ignored. An unknown code
/// stays as it is.
#[must_use]
pub fn language_name(code: &str) -> Text {
    let base = code.split(['-', '_']).next().unwrap_or(code).trim().to_lowercase();
    LANGUAGES
        .iter()
        .find(|(known, _, _)| *known == base)
        .map_or_else(|| Text::same(code), |(_, en, zh)| Text::new(*en, *zh))
}

/// The codes with a name, in alphabetical order.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(code, _, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_does_not_matter() {
        assert_eq!(language_name("de-AT"), Text::new("German", "德文"));
        assert_eq!(language_name("ZH_hans"), Text::new("Chinese", "中文"));
        assert_eq!(language_name("tlh"), Text::same("tlh"));
    }
}
