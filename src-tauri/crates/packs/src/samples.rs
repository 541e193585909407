//! The sample shipments that come with the program. All names are fictional.

use readiness::Text;

/// A sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its id.
    pub id: &'static str,
    /// What it shows.
    pub title: Text,
    /// The shipment file.
    pub text: &'static str,
}

/// All samples.
#[must_use]
pub fn samples() -> Vec<Sample> {
    vec![
        Sample {
            id: "case-a-hamburg",
            title: Text::new(
                "Mill-turn machine to Hamburg, CIP, letter of credit",
                "车铣复合中心发往汉堡，CIP，信用证",
            ),
            text: include_str!("../../../../assets/samples/case-a-hamburg.yaml"),
        },
        Sample {
            id: "case-b-haiphong",
            title: Text::new(
                "Five-axis gantry to Hai Phong through an agent, CIF",
                "五轴龙门经外贸代理发往海防，CIF",
            ),
            text: include_str!("../../../../assets/samples/case-b-haiphong.yaml"),
        },
        Sample {
            id: "case-c-line",
            title: Text::new(
                "Smart line to Wrocław in three consignments, DAP",
                "智能产线分三批发往弗罗茨瓦夫，DAP",
            ),
            text: include_str!("../../../../assets/samples/case-c-line.yaml"),
        },
    ]
}
