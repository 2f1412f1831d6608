//! How far IBM answers for a kind of damage, and what the country changes about it.

use super::kinds::{Damage, Extent, Ground, Remedy};
use super::rows::{Excluding, Lifting, Remedied};
use super::{Request, Terms, out};
use crate::form::Chosen;
use crate::values::country::Country;
use crate::values::money::Money;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Entered, Of};

/// What the answer is worked out from: the terms, those that the country has of its own, the kind of damage and what it
/// comes from.
pub(super) struct Claim<'t> {
    pub terms: &'t Terms,
    pub excluding: Option<Excluding<'t>>,
    pub lifting: Option<Lifting<'t>>,
    pub remedied: Option<Remedied<'t>>,
    pub damage: Entered<Damage>,
    pub ground: Entered<Ground>,
}

/// What was found of the case, each by the clause that decides it.
pub(super) struct Found<'t> {
    pub not_answered: Of<'t, bool>,
    pub remedied: Option<Of<'t, bool>>,
    pub cap_lifted: Of<'t, bool>,
    pub damage_excluded: Of<'t, bool>,
    pub stays_excluded: Of<'t, bool>,
}

pub fn write(terms: &Terms, request: &Request, country: Country, cap: Of<'_, Money>, sheet: &mut Sheet) {
    let case = Claim {
        terms,
        excluding: terms.damages_by_country.row_of(country),
        lifting: terms.uncapped_by_country.row_of(country),
        remedied: terms.consumer_remedies.row_of(country),
        damage: request.damage.unwrap_or(Damage::Direct.written()),
        ground: request.ground.unwrap_or(Ground::Ordinary.written()),
    };
    let found = case.find(sheet);
    let extent = write_extent(&found, cap, sheet);
    case.write_reasons(&found, extent, sheet);
    if let Some(claimed) = request.claimed
        && extent.value != Extent::Remedies
    {
        work!(sheet, figure recoverable = exact(
            if extent == Extent::UpToTheCap { min(claimed, cap) }
            else if extent == Extent::WithoutACap { claimed }
            else { 0 }
        ), by extent);
        work!(sheet, figure not_recoverable = exact(claimed - recoverable), by extent);
    }
    case.write_uncapped(sheet);
    case.write_remedies(&found, sheet);
    for (index, damage) in Damage::ALL.iter().enumerate() {
        sheet.begin_line(index);
        sheet.show(&out::line::damage, *damage);
        case.write_exclusion(&out::line::excluded, damage.written(), sheet);
        sheet.end_line();
    }
}

/// Returns how far IBM answers, by the clause that decides it.
fn write_extent<'t>(found: &Found<'t>, cap: Of<'t, Money>, sheet: &mut Sheet) -> Of<'t, Extent> {
    let not_at_all = Extent::NotAtAll.written().by(found.not_answered.clause());
    let without_a_cap = Extent::WithoutACap.written().by(found.cap_lifted.clause());
    let excluded = Extent::Excluded.written().by(found.damage_excluded.clause());
    let up_to_the_cap = Extent::UpToTheCap.written().by(cap.clause());
    let Some(remedied) = found.remedied else {
        work!(sheet, figure extent = exact(
            if found.not_answered { not_at_all }
            else if found.cap_lifted && !found.stays_excluded { without_a_cap }
            else if found.damage_excluded { excluded }
            else { up_to_the_cap }
        ), by its_own or cap);
        return extent;
    };
    let remedies = Extent::Remedies.written().by(remedied.clause());
    work!(sheet, figure extent = exact(
        if found.not_answered { not_at_all }
        else if remedied { remedies }
        else if found.cap_lifted && !found.stays_excluded { without_a_cap }
        else if found.damage_excluded { excluded }
        else { up_to_the_cap }
    ), by its_own or cap);
    extent
}

impl<'t> Claim<'t> {
    fn find(&self, sheet: &mut Sheet) -> Found<'t> {
        let damage_excluded = self.write_exclusion(&out::between::damage_excluded, self.damage, sheet);
        Found {
            not_answered: self.write_not_answered(sheet),
            remedied: self.write_remedied(sheet),
            cap_lifted: self.write_lifted(sheet),
            damage_excluded,
            stays_excluded: self.write_stays_excluded(damage_excluded, sheet),
        }
    }

    /// Whether a kind of damage is excluded: by the country's list, by that of all, or by either.
    fn write_exclusion(&self, declared: &Declared<bool>, damage: Entered<Damage>, sheet: &mut Sheet) -> Of<'t, bool> {
        let everywhere = self.terms.excluded_damages.clause();
        let Some(row) = &self.excluding else {
            work!(sheet, at (declared) excluded = exact(listed(damage, self.terms.excluded_damages)), by everywhere);
            return excluded;
        };
        let here = row.damages.clause();
        if is_so(row.replaces) {
            work!(sheet, at (declared) excluded = exact(listed(damage, row.damages)), by here);
            return excluded;
        }
        let by = if row.damages.value.contains(damage.value.key()) { here } else { everywhere };
        work!(sheet, at (declared) excluded = exact(
            listed(damage, row.damages) || listed(damage, self.terms.excluded_damages)
        ), by by);
        excluded
    }

    /// Whether IBM answers at all for what the damage comes from.
    fn write_not_answered(&self, sheet: &mut Sheet) -> Of<'t, bool> {
        let (ground, terms) = (self.ground, self.terms);
        let is_of_partners = terms.partners_answer_alone.value().contains(ground.value.key());
        let is_named = terms.not_answered_for.value().contains(ground.value.key());
        let by = if is_of_partners && !is_named { &terms.partners_answer_alone } else { &terms.not_answered_for };
        work!(sheet, between not_answered = exact(
            listed(ground, terms.not_answered_for) || listed(ground, terms.partners_answer_alone)
        ), by by);
        not_answered
    }

    /// Whether remedies take the place of damages, where the country has any.
    fn write_remedied(&self, sheet: &mut Sheet) -> Option<Of<'t, bool>> {
        let remedied_ground = self.remedied.as_ref()?.remedied_ground?;
        work!(sheet, between remedied = exact(self.ground == remedied_ground), by remedied_ground);
        Some(remedied)
    }

    /// Whether no cap holds for what the damage comes from: by the country's list, by that of all, or by either.
    fn write_lifted(&self, sheet: &mut Sheet) -> Of<'t, bool> {
        let (ground, everywhere) = (self.ground, self.terms.uncapped_grounds.clause());
        let Some(row) = &self.lifting else {
            work!(sheet, between cap_lifted = exact(listed(ground, self.terms.uncapped_grounds)), by everywhere);
            return cap_lifted;
        };
        let here = row.grounds.clause();
        if is_so(row.replaces) {
            work!(sheet, between cap_lifted = exact(listed(ground, row.grounds)), by here);
            return cap_lifted;
        }
        let by = if row.grounds.value.contains(ground.value.key()) { here } else { everywhere };
        work!(sheet, between cap_lifted = exact(
            listed(ground, row.grounds) || listed(ground, self.terms.uncapped_grounds)
        ), by by);
        cap_lifted
    }

    /// Whether excluded damage stays so where no cap holds: only some countries lift both.
    fn write_stays_excluded(&self, damage_excluded: Of<'t, bool>, sheet: &mut Sheet) -> Of<'t, bool> {
        let Some(row) = self.lifting.as_ref().filter(|row| is_so(row.lifts_exclusions)) else {
            return damage_excluded;
        };
        work!(sheet, between stays_excluded = exact(
            damage_excluded && !listed(self.ground, row.grounds)
        ), by row.grounds);
        stays_excluded
    }

    /// What no cap holds for in the country.
    fn write_uncapped(&self, sheet: &mut Sheet) {
        let everywhere = self.terms.uncapped_grounds.named();
        let is_replaced = self.lifting.as_ref().is_some_and(|row| is_so(row.replaces));
        let here = self.lifting.as_ref().map(|row| row.grounds.clone());
        sheet.begin_rows(&out::figure::uncapped);
        let mut index = 0;
        for grounds in [(!is_replaced).then_some(everywhere), here].into_iter().flatten() {
            for ground in grounds.value.0.iter().filter_map(|key| Ground::of_key(key)).map(Ground::written) {
                sheet.begin_line(index);
                work!(sheet, uncapped ground = exact(one_of(ground, grounds)), by grounds);
                sheet.end_line();
                index += 1;
            }
        }
        sheet.end_list();
    }

    /// What is owed instead of damages, where it is.
    fn write_remedies(&self, found: &Found<'t>, sheet: &mut Sheet) {
        let Some(row) = self.remedied.as_ref().filter(|_| is_so(found.remedied)) else { return };
        sheet.begin_rows(&out::figure::remedies);
        let known = row.remedies.value.0.iter().filter_map(|key| Remedy::of_key(key));
        for (index, remedy) in known.map(Remedy::written).enumerate() {
            sheet.begin_line(index);
            work!(sheet, remedies remedy = exact(one_of(remedy, row.remedies)), by row.remedies);
            sheet.end_line();
        }
        sheet.end_list();
    }
}

/// Whether a flag that may be missing is there and says yes.
pub(super) fn is_so(flag: Option<Of<'_, bool>>) -> bool {
    flag.is_some_and(|flag| flag.value)
}
