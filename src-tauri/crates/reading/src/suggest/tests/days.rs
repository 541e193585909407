use super::super::SuggestedField as F;
use super::{all, one};

#[track_caller]
fn issued(text: &str, day: &str) {
    assert_eq!(one(text, F::Issued).as_deref(), Some(day), "{text}");
}

#[track_caller]
fn expires(text: &str, day: &str) {
    assert_eq!(one(text, F::Expires).as_deref(), Some(day), "{text}");
}

#[track_caller]
fn no_day(text: &str) {
    assert_eq!(all(text, F::Issued), [""; 0], "{text}");
    assert_eq!(all(text, F::Expires), [""; 0], "{text}");
}

#[test]
fn a_label_and_its_day_on_a_line_in_cells_or_below() {
    for text in [
        "Date of issue: 2026-03-05",
        "Date of issue 5 March 2026",
        "DATE OF ISSUE\tMarch 5, 2026",
        "Date of issue    05-Mar-2026",
        "Date of issue:\n5th March 2026",
        "Issued on 5 March 2026",
        "Issued: Qingdao, 05.03.2026",
        "Place and date of issue: Qingdao, 5 March 2026",
        "Issued | 2026/03/05",
        "Ausstellungsdatum: 5. März 2026",
        "签发日期：2026年3月5日",
        "签发日期\t2026.03.05",
        "发证日期 2026 年 3 月 5 日",
        "颁证日期\n2026-03-05",
        "签 发 日 期 ： ２０２６年３月５日",
        "签署日期 Date\t2026-03-05",
        "签发日期：二〇二六年三月五日",
        "(4) Date of issue: 2026-03-05",
    ] {
        issued(text, "2026-03-05");
    }
}

#[test]
fn days_of_other_things_are_not_the_day_of_issue() {
    for text in [
        "Initial certification date: 2019-03-18",
        "Date of first issue: 2019-03-18",
        "First issued on 18 March 2019",
        "Surveillance audit: 2026-02-03",
        "Next surveillance audit\t2027-02-03",
        "Test date: 2026-01-05",
        "Date of calibration: 5 March 2026",
        "Date of birth: 5 March 1980",
        "Print date 2026-03-05",
        "初次发证日期：2019年3月18日",
        "监督审核日期：2026年3月18日",
        "校准日期：2026-03-05",
        "检测日期：2026-03-05",
        "打印日期：2026-03-05",
        "成立日期：2016年9月2日",
        "Rev. 7 (2023-06-01)",
        "Version 2.1 of 2025-08-11",
        "Document issued under order 4711 of 2026-01-01, see there",
        "Date of manufacture\t2026-01-01",
    ] {
        no_day(text);
    }
}

#[test]
fn the_label_chooses_among_several_days() {
    let text = "Initial certification date\t18 March 2019\nRecertification audit\t4 February 2025\n\
        Date of issue\t5 March 2025\nValid until\t17 March 2028\nPrinted 2025-04-01";
    issued(text, "2025-03-05");
    expires(text, "2028-03-17");
}

#[test]
fn a_mere_date_counts_where_no_better_label_is() {
    issued("Date: 2026-03-05", "2026-03-05");
    issued("日期：2026年3月5日", "2026-03-05");
    issued("Date: 2026-03-04\nDate of issue: 2026-03-05", "2026-03-05");
    no_day("Date: 2026-03-04\nDate: 2026-03-05");
}

#[test]
fn a_day_beside_a_signature_or_under_a_letterhead() {
    issued("Bank Reference\n16 January 2026\nWe confirm that", "2026-01-16");
    issued("We declare this.\nQingdao, 5 March 2026\nWang Ziwu", "2026-03-05");
    issued("特此声明。\n崂山子午机床有限公司\n二〇二五年十二月七日", "2025-12-07");
    no_day("QINGDAO MAR. 12, 2026\tQINGDAO MAR. 13, 2026");
    no_day("Shipment was made on 5 March 2026 from Qingdao.");
}

#[test]
fn the_last_day_behind_its_label() {
    for text in [
        "Valid until 17 March 2028",
        "Valid until: 17.03.2028",
        "Expiry date\t2028-03-17",
        "Certificate valid to: 17-Mar-2028",
        "Expires on March 17, 2028",
        "Gültig bis 17.03.2028",
        "有效期至：2028年3月17日",
        "有 效 期 至 2028-03-17",
        "证书有效期至\n2028年3月17日",
        "许可证有效截止日期\t2028.03.17",
        "Validity: until 17 March 2028",
        "有效期：至2028年3月17日",
    ] {
        expires(text, "2028-03-17");
    }
}

#[test]
fn a_period_ends_with_its_second_day() {
    for text in [
        "Period of insurance: from 2026-01-01 to 2026-12-31",
        "Valid from 1 January 2026 until 31 December 2026",
        "Validity: 01.01.2026 – 31.12.2026",
        "Policy period: From 00:01 Jan 1, 2026 to 24:00 Dec 31, 2026",
        "Gültig vom 01.01.2026 bis 31.12.2026",
        "有效期：2026年1月1日至2026年12月31日",
        "有效期限：自2026年1月1日起至2026年12月31日",
        "保险期间\t自2026年1月1日零时起至2026年12月31日二十四时止",
        "This certificate is valid from 1 January 2026 until 31 December 2026.",
        "This licence remains in force until 2026-12-31, unless withdrawn.",
        "本证书有效期自2026年1月1日至2026年12月31日。",
        "本许可证有效期至2026年12月31日。",
    ] {
        expires(text, "2026-12-31");
        assert_eq!(one(text, F::Issued), None, "{text}");
    }
}

#[test]
fn terms_and_conditions_are_no_days() {
    for text in [
        "This certificate is valid for 3 years.",
        "This certificate is valid for 3 years from the date of issue.",
        "Valid until revoked",
        "Valid until further notice",
        "Valid: 36 months",
        "有效期：长期",
        "The certificate of your system expires on 2028-03-17, please send the new one.",
        "有效期三年",
        "有效期：3年",
        "The offer is valid until the end of the year 2026.",
        "Valid only with the schedule of 2026-01-01",
        "有效期内须接受监督审核 2026-01-01",
    ] {
        no_day(text);
    }
}

#[test]
fn what_contradicts_itself_is_not_suggested() {
    no_day("Valid until: 2026-01-01\nValid until: 2027-01-01");
    no_day("Date of issue: 2026-05-01\nValid until: 2025-01-01");
    issued("Date of issue: 2026-05-01\nDate of issue: 1 May 2026", "2026-05-01");
}

#[test]
fn a_certificate_that_has_run_out_says_so_too() {
    let text = "Date of issue: 2019-05-01\nExpiry date: 2022-04-30";
    issued(text, "2019-05-01");
    expires(text, "2022-04-30");
}

#[test]
fn days_that_can_be_read_two_ways() {
    no_day("Date of issue: 05/03/2026");
    no_day("Date of issue: 05/03/2026\nValid until: 04/03/2029");
    let settled = "Date of issue: 05/03/2026\nValid until: 25/02/2029";
    issued(settled, "2026-03-05");
    expires(settled, "2029-02-25");
    let american = "Date of issue: 03/05/2026\nValid until: 02/25/2029";
    issued(american, "2026-03-05");
    // Two dates that contradict each other settle nothing.
    no_day("Date: 05/03/2026\nTested 25/02/2026\nReceived 02/25/2026");
}

#[test]
fn days_that_do_not_exist() {
    for text in [
        "Date of issue: 2026-02-30",
        "Date of issue: 31.04.2026",
        "Date of issue: 29 February 2026",
        "签发日期：2026年13月1日",
        "Valid until 0000-00-00",
        "Date of issue: 12345-01-01",
        "Date of issue: 2026",
        "Date: 260305",
    ] {
        no_day(text);
    }
}

#[test]
fn a_credit_in_the_swift_form() {
    let text = "ISSUE OF A DOCUMENTARY CREDIT\n:20: DOCUMENTARY CREDIT NUMBER DE26LC00871\n\
        :31C: DATE OF ISSUE 260120\n:31D: DATE AND PLACE OF EXPIRY 260521 CHINA";
    issued(text, "2026-01-20");
    expires(text, "2026-05-21");
}
