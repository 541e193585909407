//! Which spellings are one name, through the checks that compare names.

use crate::support::{base, judge, set};
use crate::to;
use readiness::State;

fn state(seller: &str, other: &str) -> Option<State> {
    let mut data = base();
    for document in [
        "sales-contract",
        "commercial-invoice",
        "certificate-of-origin",
        "export-declaration",
        "dual-use-export-licence",
        "bill-of-lading",
    ] {
        data["documents"][document]["seller"]["name"] = serde_json::json!(seller);
    }
    set(&mut data, &to("letter-of-credit/seller/name", other));
    judge(&data, "x-seller").state()
}

#[test]
fn spellings_of_one_name_agree() {
    for (one, other) in [
        ("Laoshan Tool Co., Ltd.", "LAOSHAN TOOL CO LTD"),
        ("Laoshan Tool Co.,Ltd", "Laoshan Tool Company Limited"),
        ("Laoshan Tool Co., Ltd.", "Laoshan  Tool  Company, Ltd"),
        ("Ｌａｏｓｈａｎ　Ｔｏｏｌ　Ｃｏ．，Ｌｔｄ．", "Laoshan Tool Co., Ltd."),
        ("Elbufer Präzisionsteile GmbH", "Elbufer Prazisionsteile G.m.b.H."),
        ("Straßen-Maschinen GmbH", "STRASSEN MASCHINEN GMBH"),
        ("Łódź Napędy S.A.", "LODZ NAPEDY S A"),
        ("Đông Á Heavy Parts JSC", "DONG A HEAVY PARTS JOINT STOCK COMPANY"),
        ("崂山子午机床（青岛）有限公司", "崂山子午机床(青岛) 有限责任公司"),
    ] {
        assert_eq!(state(one, other), Some(State::Ready), "{one} / {other}");
    }
}

#[test]
fn other_names_do_not() {
    for (one, other) in [
        ("Laoshan Tool Co., Ltd.", "Laoshan Tools Co., Ltd."),
        ("Laoshan Tool Co., Ltd.", "Laoshan Tool GmbH"),
        ("Laoshan Tool Co., Ltd.", "Laoshan Tool"),
        ("崂山子午机床有限公司", "崂山子午机床股份有限公司"),
        ("崂山子午机床有限公司", "黄海之冠贸易有限公司"),
    ] {
        assert_eq!(state(one, other), Some(State::Gap), "{one} / {other}");
    }
}
