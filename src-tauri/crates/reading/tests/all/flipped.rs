//! Good files with bytes changed or cut off: there is an answer, in time, that blames the file.

use crate::made::*;
use proptest::prelude::*;
use reading::Refusal;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static GOOD: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Spindle").expect("a cell");
    sheet.write(1, 1, 4711).expect("a cell");
    let message = b"From: a@b.example\r\nSubject: =?gbk?b?0MXTw9akytW1vQ==?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Dear\r\n\
        --B\r\nContent-Type: a/b; name=c.txt\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--B--\r\n";
    use image::ImageFormat::{Bmp, Gif, Jpeg, Png, Tiff, WebP};
    let mut good = vec![
        small_pdf("Spindle 4711"),
        include_bytes!("../files/owner-aes256.pdf").to_vec(),
        include_bytes!("../files/owner-rc4.pdf").to_vec(),
        docx(&paragraph("Spindle &amp; 4711"), &[("header1", &paragraph("Head"))]),
        book.save_to_buffer().expect("a book"),
        message.to_vec(),
        "合同编号：4711".as_bytes().to_vec(),
    ];
    good.extend([Bmp, Gif, Jpeg, Png, Tiff, WebP].map(|format| picture(24, 16, format)));
    good
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_file_has_an_answer(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = which.get(&GOOD).clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let file = file(&bytes);
        let reader = reader_within(seconds(10));
        let start = Instant::now();
        let outcomes = [
            reader.read(file.path(), None).map(drop),
            reader.page(file.path(), 1, 64).map(drop),
        ];
        prop_assert!(start.elapsed() < Duration::from_secs(8));
        for outcome in outcomes {
            let strange = matches!(
                outcome,
                Err(Refusal::Io { .. } | Refusal::Cancelled | Refusal::TooLarge { .. })
            );
            prop_assert!(!strange, "{outcome:?}");
        }
    }
}
