//! Countries and territories, by their codes in ISO 3166-1.

/// Every alpha-2 code, and XK, by which Kosovo goes where it has none. A test compares them with a crate's.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS \
    GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS XK YE YT ZA ZM ZW";

/// A country or territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country(&'static str);

impl Country {
    /// The one of a code.
    pub fn of_code(code: &str) -> Option<Country> {
        Country::all().find(|country| country.0 == code)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// How many places there are for pairs of letters.
    pub const PLACES: usize = 26 * 26;

    /// The place of its two letters among all pairs of letters.
    pub fn place(self) -> usize {
        self.0.bytes().fold(0, |place, letter| place * 26 + usize::from(letter - b'A'))
    }

    /// Each of them, by code.
    pub fn all() -> impl Iterator<Item = Country> {
        CODES.split(' ').map(Country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iso_country::Country as Listed;

    #[test]
    fn the_codes_are_those_of_the_standard_and_kosovo() {
        let letters = || (b'A'..=b'Z').map(char::from);
        let pairs = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        let listed = |code: &str| code.parse::<Listed>().is_ok() || code == "XK";
        for code in pairs {
            assert_eq!(Country::of_code(&code).is_some(), listed(&code), "{code}");
        }
        assert_eq!(Country::all().count(), 250);
        let places: std::collections::BTreeSet<usize> = Country::all().map(Country::place).collect();
        assert_eq!((places.len(), places.last().is_some_and(|last| *last < Country::PLACES)), (250, true));
        assert_eq!(Country::of_code("tw"), None);
        assert_eq!(Country::of_code(""), None);
    }
}
