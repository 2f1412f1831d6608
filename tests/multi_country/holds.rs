//! Who may use a service goes by where it is bought, and by what the work order names.

use crate::common::list;
use serde_json::Value;

pub fn broken(_: &Value, answer: &Value, broken: &mut Vec<String>) {
    let lines = list(&answer["lines"]);
    let mut wrong = |is_wrong: bool, line: &Value, what: &str| {
        if is_wrong {
            broken.push(format!("{}: {what}", line["service"]));
        }
    };
    for line in lines {
        let uses = list(&line["use"]);
        let may = |verdict: &str| uses.iter().filter(|one| one["verdict"] == verdict).count();
        let of_role = |role: &str| uses.iter().filter(|one| one["role"] == role).count();
        let own = uses.iter().find(|one| one["location"] == line["bought_for"]);
        wrong(of_role("host") != 1 || uses[0]["role"] != "host", line, "has not one host, and that first");
        wrong(of_role("host") + of_role("downstream") != answer["figures"]["locations"], line, "has other locations");
        wrong(
            (line["buy"] == "in_base") != line.get("bought_for").is_none(),
            line,
            "is bought though it is in the base",
        );
        wrong(
            uses.iter().any(|one| one["role"] == "elsewhere" && one["verdict"] == "eligible"),
            line,
            "is open to all",
        );
        wrong((line["verdict"] == "refer") != (may("refer") > 0), line, "leaves it open, or does not");
        if line["verdict"] == "ineligible" {
            wrong(may("ineligible") < uses.len(), line, "is bought in vain, and yet used");
        } else if line["buy"] != "in_base" {
            wrong(own.is_none_or(|own| own["verdict"] != "eligible"), line, "is of no use where it is bought");
            wrong(own.is_none_or(|own| own["role"] == "elsewhere"), line, "is bought for a place that is not named");
            wrong(line["buy"] == "host_only" && own != uses.first(), line, "is bought for another than the host");
            wrong(line["buy"] == "one_location" && may("eligible") != 1, line, "is used at more than one location");
        }
    }
    let counted = |is: &dyn Fn(&Value) -> bool| lines.iter().filter(|line| is(line)).count();
    let bought = counted(&|line| line["buy"] != "in_base" && line["verdict"] != "ineligible");
    let named = counted(&|line| line["rule"] == "MS-UES-48");
    let once = counted(&|line| line["buy"] == "host_only" && line["verdict"] != "ineligible");
    if answer["figures"]["to_buy"] != bought || answer["figures"]["named_at_signing"] != named || once > 1 {
        broken.push("the services to buy are counted wrongly".to_owned());
    }
}
