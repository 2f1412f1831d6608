//! Why IBM answers so far, what the law may say against it, and what else the country says.

use super::extent::{Claim, Found, is_so};
use super::kinds::{Damage, Extent, Ground};
use super::rows::Reasoned;
use super::{Assumption, Reason, Warning};
use crate::working::Of;
use crate::working::sheet::Sheet;

impl<'t> Claim<'t> {
    pub fn write_reasons(&self, found: &Found<'t>, extent: Of<'t, Extent>, sheet: &mut Sheet) {
        let by_damage = found.damage_excluded.clause();
        match extent.value {
            Extent::NotAtAll => {
                let is_named = self.terms.not_answered_for.value().contains(self.ground.value.key());
                let reason = if is_named { Reason::NotAnsweredFor } else { Reason::PartnersAnswerAlone };
                sheet.reason(reason, extent.clause());
            }
            Extent::Remedies => sheet.reason(Reason::RepairOrReplacement, extent.clause()),
            Extent::WithoutACap => sheet.reason(Reason::NoCapOnThis, extent.clause()),
            Extent::Excluded => {
                let is_of_country = by_damage != self.terms.excluded_damages.clause();
                sheet
                    .reason(if is_of_country { Reason::DamageExcludedHere } else { Reason::DamageExcluded }, by_damage);
                if found.cap_lifted.value {
                    // Only the limit in money is said to fall; read literally the exclusions stay.
                    sheet.assumption(Assumption::OnlyTheCapIsLifted, found.cap_lifted.clause());
                }
            }
            Extent::UpToTheCap => {
                sheet.reason(Reason::DirectDamagesOnly, self.terms.cap_usd.clause());
                if self.damage.value != Damage::Direct {
                    sheet.assumption(Assumption::NotNamedMayBeIndirect, by_damage);
                }
            }
        }
        let is_limited = matches!(extent.value, Extent::Excluded | Extent::UpToTheCap) && !found.cap_lifted.value;
        if is_limited && self.ground.value != Ground::Ordinary {
            self.write_law(sheet);
        }
        self.write_country(sheet);
    }

    /// What the law may forbid. What no contract can take from a consumer stays, whatever list the country has in the
    /// place of Part 1's.
    fn write_law(&self, sheet: &mut Sheet) {
        let mandatory = &self.terms.uncapped_grounds;
        let replaced = self.lifting.as_ref().filter(|row| is_so(row.replaces)).map(|row| row.grounds.clause());
        let forbids = match replaced {
            None => mandatory.clause(),
            Some(clause) if mandatory.value().contains(self.ground.value.key()) => clause,
            Some(_) => self.terms.consumer_rights_stay.clause(),
        };
        if let Some(clause) = replaced {
            sheet.reason(Reason::MandatoryLawReplaced, clause);
        }
        sheet.warning(Warning::LawMayForbidLimits, forbids);
        sheet.warning(Warning::RestStaysInForce, self.terms.rest_stays_in_force.clause());
    }

    fn write_country(&self, sheet: &mut Sheet) {
        if let Some(row) = &self.excluding {
            row.write_reason(sheet);
            if is_so(row.splits) {
                sheet.assumption(Assumption::InsertionSplitsATerm, row.damages.clause());
            }
        }
        if let Some(row) = &self.lifting {
            row.write_reason(sheet);
        }
        if let Some(row) = &self.remedied {
            row.write_reason(sheet);
            if row.except.is_some_and(|except| except.value == self.ground.value) {
                sheet.assumption(Assumption::TitleGuaranteeLeftOpen, row.remedies.clause());
            }
        }
    }
}
